import { z } from 'zod';

const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** Where spans go and which are made, by OpenTelemetry's own names for it. */
export interface TracingConfig {
  url: string;
  headers: Record<string, string>;
  serviceName: string;
  sampler: { name: (typeof samplers)[number]; ratio: number };
  /** More that is known of this node. */
  resource: Record<string, string>;
}

const address = z.url({ protocol: /^https?$/ });
/** `key=value` pairs, separated by commas, values percent-encoded, as OpenTelemetry writes them. */
const pairs = z.string().transform((text, check) => {
  try {
    return Object.fromEntries(
      text
        .split(',')
        .filter((pair) => pair.trim() !== '')
        .map((pair): [string, string] => {
          const equals = pair.indexOf('=');
          if (equals < 1) throw new RangeError(`must be key=value pairs separated by commas`);
          return [pair.slice(0, equals).trim(), decodeURIComponent(pair.slice(equals + 1).trim())];
        }),
    );
  } catch (error) {
    check.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});

/** The standard's names; see docs/tracing.md. */
export const tracingSettings = {
  OTEL_SDK_DISABLED: z.stringbool().default(false),
  OTEL_EXPORTER_OTLP_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: pairs.default({}),
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: pairs.default({}),
  OTEL_SERVICE_NAME: z.string().min(1).optional(),
  OTEL_RESOURCE_ATTRIBUTES: pairs.default({}),
  OTEL_TRACES_SAMPLER: z.enum(samplers).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};
const settings = z.object(tracingSettings);

/** Undefined: no endpoint, no traces. */
export function tracingOf(values: z.infer<typeof settings>): TracingConfig | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_RESOURCE_ATTRIBUTES: resource } = values;
  const url = values.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (endpoint && `${endpoint.replace(/\/+$/, '')}/v1/traces`);
  if (url === undefined || values.OTEL_SDK_DISABLED) return undefined;
  return {
    url,
    headers: { ...values.OTEL_EXPORTER_OTLP_HEADERS, ...values.OTEL_EXPORTER_OTLP_TRACES_HEADERS },
    serviceName: values.OTEL_SERVICE_NAME ?? resource['service.name'] ?? 'cupbearer',
    sampler: { name: values.OTEL_TRACES_SAMPLER, ratio: values.OTEL_TRACES_SAMPLER_ARG },
    resource,
  };
}
