import type { ErrorReports, ReportCounts } from '../failures.ts';
import type { ReportsConfig } from './reportsConfig.ts';

/** Loads what reports errors, where there is somebody to report them to. */
export async function reportErrors(
  config: ReportsConfig | undefined,
  counts: ReportCounts,
): Promise<ErrorReports | undefined> {
  if (!config) return undefined;
  const { openReports } = await import('./openReports.ts');
  return openReports(config, counts);
}
