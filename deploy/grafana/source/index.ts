import { api } from './api.ts';
import { dashboardJson } from './dashboard.ts';
import { database } from './database.ts';
import { jobs } from './jobs.ts';
import { live } from './live.ts';
import { product } from './product.ts';
import { redis } from './redis.ts';

export const dashboards = [api, live, database, redis, jobs, product];

/** Each dashboard's file, as it is to be. */
export function dashboardFiles(): { name: string; text: string }[] {
  return dashboards.map((dashboard) => ({
    name: `${dashboard.uid}.json`,
    text: `${JSON.stringify(dashboardJson(dashboard), null, 2)}\n`,
  }));
}
