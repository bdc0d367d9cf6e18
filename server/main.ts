import { buildPage } from './buildPage.ts';
import { ConfigError, readConfig } from './config.ts';
import { welcome } from './developmentTokens.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded/postgres.ts';
import { openHouse } from './house.ts';
import { makeLog } from './log.ts';
import { startServer, type RunningServer } from './start.ts';

/** `npm start`: reads the configuration, brings up the embedded database if none is named, serves until told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = makeLog(config);
  let embedded: EmbeddedPostgres | undefined;
  let server: RunningServer | undefined;
  let house: { stop(): Promise<void> } | undefined;
  let stopping: Promise<void> | undefined;
  const stop = (why: string, exitCode: number) => {
    stopping ??= (async () => {
      log.info({ why }, 'stopping');
      // Jobs leave timers behind that would keep the process alive.
      const giveUp = setTimeout(() => process.exit(1), 25_000);
      await house?.stop();
      try {
        await server?.stop();
      } catch (error) {
        log.error({ err: error }, 'the server did not stop cleanly');
        exitCode = 1;
      }
      await embedded?.stop();
      clearTimeout(giveUp);
      process.exit(exitCode);
    })();
    return stopping;
  };
  process.on('SIGINT', () => void stop('SIGINT', 0));
  process.on('SIGTERM', () => void stop('SIGTERM', 0));
  for (const trouble of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(trouble, (error: unknown) => {
      log.fatal({ err: error }, trouble);
      server?.failures.report(error, { trouble });
      void stop(trouble, 1);
    });
  }
  try {
    if (!config.databaseUrl) {
      embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log: (line) => log.info(line) });
      void embedded.died.then((how) => {
        log.fatal({ how }, 'the embedded PostgreSQL ended by itself; start again to recover');
        return stop('the embedded database is gone', 1);
      });
    }
    if (config.page) await buildPage((line) => log.info(line));
    const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
    server = await startServer({ ...config, databaseUrl }, log);
    if (stopping) return;
    if (config.house && config.roles.has('http')) house = openHouse(server.url, config, log);
    if (server.developmentTokens) console.log(welcome(server.url, server.developmentTokens));
  } catch (error) {
    console.error(startFailure(error, config.port));
    log.debug({ err: error }, 'the start failed');
    await stop('the start failed', 1);
  }
}

function startFailure(error: unknown, port: number): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${port} is taken. Stop what listens there, or set PORT to another.`;
  }
  if (!(error instanceof Error)) return String(error);
  const out =
    'code' in error && error.code === 'ECONNREFUSED' ? ' Is the PostgreSQL of DATABASE_URL running there?' : '';
  return `The server could not start: ${error.message}${out}`;
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
