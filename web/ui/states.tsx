import type { ReactNode } from 'react';
import type { Live } from '../api/useLive.ts';
import { en } from '../texts/en.ts';
import { Button, ButtonLink, Card } from './parts.tsx';

export function Loading() {
  return <output aria-busy="true">{en.common.loading}</output>;
}

export function Missing() {
  return (
    <Card>
      <h1>{en.common.missing}</h1>
      <ButtonLink href="/">{en.common.home}</ButtonLink>
    </Card>
  );
}

export function Failed({ message, again }: { message?: string | undefined; again(): void }) {
  return (
    <Card>
      <p role="alert">
        {en.common.failed} {message}
      </p>
      <Button onClick={again}>{en.common.again}</Button>
    </Card>
  );
}

/** What a screen shows of something live: what `children` make of its state, or why there is none. */
export function WhenLive<State>({
  live,
  children,
}: {
  live: Live<State>;
  children(state: State, again: () => void): ReactNode;
}) {
  if (live.kind === 'live') return children(live.state, live.again);
  if (live.kind === 'loading') return <Loading />;
  if (live.kind === 'missing') return <Missing />;
  return <Failed message={live.message} again={live.again} />;
}
