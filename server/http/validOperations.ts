import { type DocumentNode, getOperationAST, type GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GraphQLServer } from './yoga.ts';

/** As much of a request as names an operation. */
export interface OperationParams {
  query: string;
  operationName?: string | null;
}

export interface ValidOperation {
  schema: GraphQLSchema;
  document: DocumentNode;
  type: OperationTypeNode;
}

type Read = Pick<ValidOperation, 'schema' | 'document'>;
/** Characters of documents that are kept. */
const keptText = 8_000_000;
/** As much of the request as Yoga's plugins look at once its parameters are known. */
const request = { method: 'POST' } as Request;

/** Documents that Yoga's plugins parsed and found nothing wrong with, kept by their text. */
export class ValidOperations {
  readonly #yoga: GraphQLServer;
  readonly #known = new LRUCache<string, Read>({ maxSize: keptText, sizeCalculation: (_, { length }) => length + 1 });

  constructor(yoga: GraphQLServer) {
    this.#yoga = yoga;
  }

  /** The operation to execute, or what is wrong. Throws what parsing it does. */
  of(params: OperationParams): ValidOperation | readonly GraphQLError[] {
    const known = this.#known.get(params.query);
    const type = known && getOperationAST(known.document, params.operationName)?.operation;
    return type ? { ...known, type } : this.#read(params);
  }

  #read(params: OperationParams): ValidOperation | readonly GraphQLError[] {
    const { schema, parse, validate } = this.#yoga.getEnveloped({ request, params });
    const document: DocumentNode = parse(params.query);
    const errors: readonly GraphQLError[] = validate(schema, document);
    if (errors.length > 0) return errors;
    this.#known.set(params.query, { schema, document });
    const type = getOperationAST(document, params.operationName)?.operation;
    if (!type) throw new RangeError('Parsing refuses what names no operation');
    return { schema, document, type };
  }
}
