import { appendFile } from 'node:fs/promises';
import { afterEach, inject } from 'vitest';
import { layoutNow } from './layouts.ts';

// For the `cluster` project: what each test ran on.
afterEach(() => appendFile(inject('layoutsFile'), `${layoutNow()}\n`));
