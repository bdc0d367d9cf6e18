/** Units as Grafana calls them. */
export type Unit = 'short' | 'ops' | 's' | 'bytes' | 'Bps' | 'percentunit' | 'none';

export interface Panel {
  title: string;
  /** What it shows and when to worry. */
  help: string;
  unit: Unit;
  /** By legend, in Grafana's `{{label}}`s. */
  queries: Record<string, string>;
  /** Lines over time unless told. */
  as?: 'stat' | 'table';
  stacked?: boolean;
}

export interface Dashboard {
  /** Names its file and its address. */
  uid: 'api' | 'live' | 'database' | 'redis' | 'jobs' | 'product';
  title: string;
  description: string;
  /** Panels by the heading they stand under, three in a row. */
  rows: Record<string, Panel[]>;
}

const perRow = 3;
const width = 24 / perRow;
const height = 8;
const datasource = { type: 'prometheus', uid: 'prometheus' };

/** The events a second of a counter. */
export const rate = (selector: string, by = '') => `sum${over(by)} (rate(${selector}[$__rate_interval]))`;

/** A quantile of a histogram. */
export const quantile = (share: number, histogram: string, by = '') =>
  `histogram_quantile(${share}, sum${over(['le', by].filter(Boolean).join(', '))} (rate(${histogram}_bucket[$__rate_interval])))`;

/** Median and p99, for each of what `by` tells apart. */
export function quantiles(histogram: string, by: string): Record<string, string> {
  return Object.fromEntries([0.5, 0.99].map((share) => [`{{${by}}} p${share * 100}`, quantile(share, histogram, by)]));
}

function over(by: string): string {
  return by === '' ? '' : ` by (${by})`;
}

/** As Grafana reads it from a file. */
export function dashboardJson({ uid, title, description, rows }: Dashboard): object {
  const panels: object[] = [];
  let y = 0;
  for (const [heading, members] of Object.entries(rows)) {
    panels.push({
      id: panels.length + 1,
      type: 'row',
      title: heading,
      collapsed: false,
      gridPos: { x: 0, y, w: 24, h: 1 },
    });
    y += 1;
    members.forEach((panel, index) => {
      const gridPos = { x: (index % perRow) * width, y: y + Math.floor(index / perRow) * height, w: width, h: height };
      panels.push({ id: panels.length + 1, ...panelJson(panel), gridPos });
    });
    y += Math.ceil(members.length / perRow) * height;
  }
  return {
    uid: `cupbearer-${uid}`,
    title: `Cupbearer: ${title}`,
    description,
    tags: ['cupbearer'],
    timezone: 'utc',
    schemaVersion: 39,
    version: 1,
    editable: false,
    refresh: '30s',
    time: { from: 'now-1h', to: 'now' },
    links: [
      {
        type: 'dashboards',
        tags: ['cupbearer'],
        title: 'Cupbearer',
        asDropdown: true,
        keepTime: true,
        includeVars: true,
      },
    ],
    templating: { list: [] },
    annotations: { list: [] },
    panels,
  };
}

function panelJson({ title, help, unit, queries, as, stacked = false }: Panel): object {
  const instant = as !== undefined;
  const targets = Object.entries(queries).map(([legendFormat, expr], index) => ({
    refId: String.fromCharCode(65 + index),
    datasource,
    expr,
    legendFormat,
    ...(instant && { instant: true, range: false }),
    ...(as === 'table' && { format: 'table' }),
  }));
  const custom = {
    fillOpacity: stacked ? 30 : 0,
    stacking: { mode: stacked ? 'normal' : 'none' },
    showPoints: 'never',
  };
  return {
    type: as ?? 'timeseries',
    title,
    description: help,
    datasource,
    fieldConfig: { defaults: { unit, min: 0, ...(!instant && { custom }) }, overrides: [] },
    options: instant
      ? {}
      : { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } },
    targets,
  };
}
