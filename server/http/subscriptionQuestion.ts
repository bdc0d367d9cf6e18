import {
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Context, Viewer } from '../../resolvers/context.ts';
import type { Question } from '../../subscriptions/rememberedAnswers.ts';
import { SharedAnswer } from './sharedAnswer.ts';

/** The argument that says where a stream begins, and nothing about what its events are. */
const cursorArgument = 'after';

/**
 * What a subscription asks of every event: its document and variables, wherever it begins. It is answered without knowing
 * who asks, or, for whoever has eyes for more, knowing nothing but their id; so no answer holds what its readers may not
 * see. Events hold all that is asked of them: there is no database at hand.
 */
export class SubscriptionQuestion implements Question<SharedAnswer> {
  readonly key: string;
  readonly #args: ExecutionArgs;
  readonly #context: Pick<Context, 'services' | 'viewer' | 'service' | 'eyes'>;
  readonly #presentable: (error: GraphQLError) => GraphQLError;

  constructor(args: ExecutionArgs, presentable: (error: GraphQLError) => GraphQLError) {
    const { schema, document, operationName, variableValues } = args;
    const { services } = args.contextValue as Context;
    this.key = questionKey(args);
    this.#args = { schema, document, operationName: operationName ?? null, variableValues: variableValues ?? null };
    this.#context = { services, viewer: null, service: null, eyes: null };
    this.#presentable = presentable;
  }

  answer(item: object, viewerId: string | null): SharedAnswer | Promise<SharedAnswer> {
    const contextValue = viewerId === null ? this.#context : { ...this.#context, viewer: onlyId(viewerId) };
    const result = execute({ ...this.#args, rootValue: item, contextValue });
    return result instanceof Promise ? result.then((late) => this.#shared(late)) : this.#shared(result);
  }

  #shared({ errors, ...result }: ExecutionResult): SharedAnswer {
    return new SharedAnswer(errors ? { ...result, errors: errors.map(this.#presentable) } : result);
  }
}

function onlyId(userId: string): Viewer {
  return { userId, handle: '', roles: [], sessionId: null, issuer: '', tokenExpiresAt: 0 };
}

interface Traits {
  number: number;
  /** Variables that say where to begin, and are used for nothing else. */
  cursors: ReadonlySet<string>;
}

const known = new WeakMap<DocumentNode, Traits>();
let documents = 0;

/** Documents are told apart by identity: the parser's cache gives equal texts the same one. */
function questionKey({ schema, document, operationName, variableValues }: ExecutionArgs): string {
  const traits = known.get(document) ?? { number: (documents += 1), cursors: cursorVariables(schema, document) };
  known.set(document, traits);
  const { variableDefinitions = [] } = getOperationAST(document, operationName) ?? {};
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  // What is left out has its default, which null has not.
  const given = names.filter((name) => !traits.cursors.has(name) && Object.hasOwn(variableValues ?? {}, name));
  const values = given.map((name) => [name, variableValues?.[name]]);
  return `${traits.number} ${operationName ?? ''} ${JSON.stringify(values)}`;
}

function cursorVariables(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const cursors = new Set<string>();
  const others = new Set<string>();
  const types = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(types, {
    VariableDefinition: () => false,
    Variable({ name }, _key, parent) {
      const direct =
        parent && 'kind' in parent && parent.kind === Kind.ARGUMENT && parent.name.value === cursorArgument;
      const ofStream = direct && types.getParentType() === schema.getSubscriptionType();
      (ofStream ? cursors : others).add(name.value);
    },
  });
  visit(document, visitor);
  return new Set([...cursors].filter((name) => !others.has(name)));
}
