// npm run dashboards: writes deploy/grafana/dashboards/*.json from deploy/grafana/source/.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dashboardFiles } from './source/index.ts';

for (const { name, text } of dashboardFiles()) await writeFile(join(import.meta.dirname, 'dashboards', name), text);
