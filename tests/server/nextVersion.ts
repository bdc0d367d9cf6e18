import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folders = ['entities', 'jobs', 'resolvers', 'rules', 'schema', 'server', 'subscriptions'];

/** Adds a column that may be null to every table there is: nothing that an older node reads or writes is spared. */
const migration = `
import { Migration } from '@mikro-orm/migrations';

export class Migration29991231000000_next_version extends Migration {
  override up(): void {
    this.addSql(\`
      alter table cup add column polished_at timestamptz;
      do $do$ declare name text; begin
        for name in select relname from pg_class where relkind in ('r', 'p') and not relispartition
          and relnamespace = current_schema()::text::regnamespace order by relname
        loop execute format('alter table %I add column next_version text', name); end loop;
      end $do$\`);
  }
}
`;

/** An event that this version does not know, and the operation that writes it. */
const polishing = `
import { changeGame } from '../resolvers/game/changeGame.ts';

eventRef('CupPolished').implement({
  description: 'A cup shines.',
  interfaces,
  fields: (t) => ({
    cupId: t.id({ description: 'The Cup.', resolve: ({ event }) => encodeGlobalId('Cup', event.cupId) }),
  }),
});

builder.mutationField('polishCup', (t) =>
  t.boolean({
    authScopes: { signedIn: true },
    description: 'Makes a cup shine.',
    args: { gameId: t.arg.string({ description: 'The game.' }), cupId: t.arg.string({ description: 'The cup.' }) },
    resolve: async (_root, args, { services }) => {
      const [gameId, cupId] = [args.gameId, args.cupId].map((id) => id.split(':')[1]);
      await changeGame(services, gameId, {}, ({ state }) => ({ state, events: [{ type: 'CupPolished', cupId }] }));
      await services.pool.query('update cup set polished_at = now() where id = $1', [cupId]);
      return true;
    },
  }),
);
`;

/**
 * The version after this one: this one's sources in a folder of the test's own, with one more migration, one more type of
 * event and an operation. Resolves with the program to run.
 */
export async function nextVersion(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'cupbearer-next-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  for (const folder of folders) await cp(join(root, folder), join(home, folder), { recursive: true });
  await cp(join(root, 'package.json'), join(home, 'package.json'));
  await symlink(join(root, 'node_modules'), join(home, 'node_modules'));

  const edit = async (path: string, place: RegExp, by: string) => {
    const file = join(home, path);
    const text = await readFile(file, 'utf8');
    if (!place.test(text)) throw new Error(`${path} is not as this test knows it: it has no ${String(place)}`);
    await writeFile(
      file,
      text.replace(place, () => by),
    );
  };
  const name = 'Migration29991231000000_next_version';
  await writeFile(join(home, `entities/migrations/${name}.ts`), migration);
  await edit(
    'entities/migrations/index.ts',
    /\n\];\s*$/,
    `\n  { name: '${name}', class: ${name} },\n];\nimport { ${name} } from './${name}.ts';\n`,
  );
  const known = `export const gameEvent = z.discriminatedUnion('type', [`;
  await edit(
    'subscriptions/gameEvent.ts',
    /export const gameEvent = z\.discriminatedUnion\('type', \[/,
    `${known}\n  z.object({ type: z.literal('CupPolished'), cupId: z.string() }),`,
  );
  await edit('schema/gameEvents.ts', /$(?![\s\S])/, polishing);
  return join(home, 'server/main.ts');
}
