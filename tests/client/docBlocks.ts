import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

export interface DocBlock {
  /** The name it is to have as a file; undefined when it has none. */
  title: string | undefined;
  code: string;
}

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const compiler = join(root, 'node_modules/@typescript/native/bin/tsc');
const fence = /^```ts(?: title="([^"]+)")?\n(.*?)^```$/gms;
const publicUrl = 'https://cupbearer.example.com';

/** Every TypeScript block of a document. */
export async function docBlocks(path: string): Promise<DocBlock[]> {
  const text = await readFile(join(root, path), 'utf8');
  return [...text.matchAll(fence)].map(([, title, code = '']) => ({ title, code }));
}

/**
 * The document's blocks as files of a project of their own that has our client/ in it, with `url` where they name the
 * server. Gone with the test.
 */
export async function docProject(
  path: string,
  url = publicUrl,
): Promise<{ folder: string; files: string[]; load<M>(name: string): Promise<M> }> {
  const folder = await mkdtemp(join(tmpdir(), 'cupbearer-docs-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const shared of ['client', 'node_modules']) await symlink(join(root, shared), join(folder, shared));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const files: string[] = [];
  for (const { title, code } of await docBlocks(path)) {
    const file = join(folder, title ?? 'untitled.ts');
    await writeFile(file, code.replaceAll(publicUrl, url));
    files.push(file);
  }
  return { folder, files, load: (name) => import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href) };
}

/** What the compiler says of a document's blocks: nothing, when they have the right types. */
export async function typeErrorsOf(path: string): Promise<string> {
  const { files, folder } = await docProject(path);
  const compilerOptions = { lib: ['ES2024', 'DOM'], incremental: false, types: ['node'] };
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include: files, exclude: [] }),
  );
  return run(process.execPath, [compiler, '-p', folder, '--pretty', 'false']).then(
    () => '',
    ({ stdout, stderr }: { stdout: string; stderr: string }) => `${stdout}${stderr}`,
  );
}
