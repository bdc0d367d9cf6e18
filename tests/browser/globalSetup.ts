import type { TestProject } from 'vitest/node';
import { buildPage } from '../../server/buildPage.ts';
import setup from '../harness/globalSetup.ts';

/** As for other tests, with the page built. */
export default async function withPage(project: TestProject): Promise<() => Promise<void>> {
  await buildPage(() => undefined);
  return setup(project);
}
