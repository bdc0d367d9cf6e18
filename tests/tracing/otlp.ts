/** As much of a span as tests look at; ids are hexadecimal. */
export interface SentSpan {
  traceId: string;
  spanId: string;
  parentId: string;
  name: string;
  kind: number;
  attributes: Record<string, unknown>;
  links: string[];
  /** Whether its status is ERROR. */
  failed: boolean;
  /** `service.instance.id` of the node. */
  node: unknown;
  service: unknown;
}

type Field = { number: number; bytes: Buffer; value: bigint };

/** The spans of an ExportTraceServiceRequest, by opentelemetry-proto's numbers of its fields. */
export function spansOf(request: Buffer): SentSpan[] {
  return all(request, 1).flatMap((resourceSpans) => {
    const resource = attributesOf(all(resourceSpans, 1).flatMap((bytes) => all(bytes, 1)));
    const spans = all(resourceSpans, 2).flatMap((scopeSpans) => all(scopeSpans, 2));
    return spans.map((span): SentSpan => {
      const fields = fieldsOf(span);
      const of = (number: number) => fields.find((field) => field.number === number);
      const hex = (number: number) => of(number)?.bytes.toString('hex') ?? '';
      const status = of(15);
      return {
        traceId: hex(1),
        spanId: hex(2),
        parentId: hex(4),
        name: of(5)?.bytes.toString() ?? '',
        kind: Number(of(6)?.value ?? 0),
        attributes: attributesOf(all(span, 9)),
        links: all(span, 13).map((link) => all(link, 2)[0]?.toString('hex') ?? ''),
        failed:
          status !== undefined && fieldsOf(status.bytes).some(({ number, value }) => number === 3 && value === 2n),
        node: resource['service.instance.id'],
        service: resource['service.name'],
      };
    });
  });
}

function attributesOf(keyValues: Buffer[]): Record<string, unknown> {
  return Object.fromEntries(
    keyValues.map((keyValue) => [String(all(keyValue, 1)[0] ?? ''), valueOf(all(keyValue, 2)[0] ?? Buffer.alloc(0))]),
  );
}

function valueOf(bytes: Buffer): unknown {
  const [field] = fieldsOf(bytes);
  switch (field?.number) {
    case 1:
      return field.bytes.toString();
    case 2:
      return field.value === 1n;
    case 3:
      return Number(field.value);
    case 4:
      return field.bytes.readDoubleLE();
    case 5:
      return all(field.bytes, 1).map((value) => valueOf(value));
    default:
      return undefined;
  }
}

function all(message: Buffer, number: number): Buffer[] {
  return fieldsOf(message)
    .filter((field) => field.number === number)
    .map(({ bytes }) => bytes);
}

const widths: Partial<Record<number, number>> = { 1: 8, 5: 4 };

function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at++] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const key = Number(varint());
    const wire = key & 7;
    const value = wire === 0 || wire === 2 ? varint() : 0n;
    const width = wire === 2 ? Number(value) : (widths[wire] ?? 0);
    fields.push({ number: key >> 3, value, bytes: message.subarray(at, at + width) });
    at += width;
  }
  return fields;
}
