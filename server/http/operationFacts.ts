import { type ExecutionArgs, type FieldNode, getOperationAST, Kind, type ValueNode } from 'graphql';
import type { Context } from '../../resolvers/context.ts';
import type { Services } from '../../resolvers/services.ts';
import type { TransportContext } from './requestContext.ts';

/** What logs, traces and error reports may say of an operation: names of ours or of its document, and ids. */
export interface OperationFacts {
  requestId?: string;
  traceId?: string;
  type?: string;
  /** As the client calls it. */
  operation?: string;
  /** Its first root field. */
  field?: string;
  user?: string;
  /** The id of a service token. */
  service?: string;
  game?: string;
  throw?: string;
  room?: string;
  battle?: string;
  group?: string;
  tournament?: string;
}

const subjects = {
  Game: 'game',
  Throw: 'throw',
  QuizRoom: 'room',
  Battle: 'battle',
  Group: 'group',
  Tournament: 'tournament',
} as const;
const globalId = /^([A-Z]\w+):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const longestName = 100;

/** Costs a walk over the arguments: ask when there is something to say. */
export function factsOf({ document, operationName, variableValues, contextValue }: ExecutionArgs): OperationFacts {
  const { arrival, viewer, service, services, traceId } = (contextValue ?? {}) as Partial<Context & TransportContext>;
  const operation = getOperationAST(document, operationName);
  const fields = operation?.selectionSet.selections.filter(({ kind }) => kind === Kind.FIELD) as
    FieldNode[] | undefined;
  const facts: OperationFacts = {
    ...(arrival && { requestId: arrival.requestId }),
    ...(traceId !== undefined && { traceId }),
    ...(operation && { type: operation.operation }),
    ...(operation?.name && { operation: operation.name.value.slice(0, longestName) }),
    ...(fields?.[0] && { field: fields[0].name.value }),
    ...(viewer && { user: viewer.userId }),
    ...(service && { service: service.tokenId }),
  };
  for (const { arguments: given = [] } of fields ?? []) {
    for (const { value } of given) note(facts, valueOf(value, variableValues ?? {}));
  }
  return withGame(facts, services);
}

function valueOf(node: ValueNode, variables: Record<string, unknown>): unknown {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value];
  if (node.kind === Kind.STRING) return node.value;
  if (node.kind === Kind.OBJECT) return node.fields.map(({ value }) => valueOf(value, variables));
  return undefined;
}

/** The first id of each kind, of those that stand as an argument or right within one. */
function note(facts: OperationFacts, value: unknown, depth = 0): void {
  if (typeof value === 'string') {
    const [, type = '', id] = globalId.exec(value) ?? [];
    if (id !== undefined && type in subjects) facts[subjects[type as keyof typeof subjects]] ??= id.toLowerCase();
  } else if (typeof value === 'object' && value !== null && depth === 0) {
    for (const within of Object.values(value)) note(facts, within, depth + 1);
  }
}

function withGame(facts: OperationFacts, services: Services | undefined): OperationFacts {
  const game = facts.throw === undefined ? undefined : services?.gamesOfThrows.get(facts.throw);
  return game === undefined ? facts : { game, ...facts };
}
