import { afterEach, beforeEach, vi } from 'vitest';

const stepMs = 50;

/** Time stands still in the tests of a file but for what they let pass. */
export function holdTime(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] }));
  afterEach(() => void vi.useRealTimers());
}

/** Everything that can happen without time has happened. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await vi.advanceTimersByTimeAsync(0);
}

/** In steps, so that what a timer begins is done at its time. */
export async function wait(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    await vi.advanceTimersByTimeAsync(Math.min(stepMs, ms - passed));
    await settle();
  }
}
