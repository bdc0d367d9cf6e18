import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import TracingPlugin, { isExposedField, isRootField } from '@pothos/plugin-tracing';
import { forbidden, unauthenticated } from '../resolvers/badRequest.ts';
import type { Scope } from '../entities/serviceToken.ts';
import type { Context } from '../resolvers/context.ts';
import { fieldCost, tooCostly } from './cost.ts';
import { dateTime } from './dateTime.ts';
import { decodeGlobalId, encodeGlobalId } from './globalId.ts';

/** The one builder of the schema. Errors come before authorisation, so that a refusal can join a result union. */
export const builder = new SchemaBuilder<{
  Context: Context;
  Scalars: {
    DateTime: { Input: Date; Output: Date };
    ID: { Input: string; Output: string };
  };
  AuthScopes: {
    /** A person. */
    signedIn: boolean;
    /** A person or a service. */
    known: boolean;
    admin: boolean;
    /** A service whose token has the scope. */
    scope: Scope;
  };
  DefaultFieldNullability: false;
  DefaultInputFieldRequiredness: true;
  DefaultEdgesNullability: false;
}>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin, TracingPlugin, RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  defaultInputFieldRequiredness: true,
  errors: {
    directResult: true,
    defaultTypes: [],
    defaultUnionOptions: {
      name: ({ fieldName }) => `${fieldName.charAt(0).toUpperCase()}${fieldName.slice(1)}Result`,
    },
  },
  scopeAuth: {
    authorizeOnSubscribe: true,
    authScopes: ({ viewer, service }) => ({
      signedIn: viewer !== null,
      known: viewer !== null || service !== null,
      admin: viewer?.roles.includes('admin') ?? false,
      scope: (scope) => service?.scopes.includes(scope) ?? false,
    }),
    unauthorizedError: (_parent, { viewer, service }) => (viewer || service ? forbidden() : unauthenticated()),
  },
  complexity: {
    // An event is executed for each who sees it in their own way, and its subscription was weighed as it began.
    limit: ({ services, arrival }) => (arrival ? { complexity: services.policy.operationCost } : {}),
    fieldComplexity: fieldCost,
    complexityError: (_kind, { complexity, maxComplexity = 0 }) => tooCostly(complexity, maxComplexity),
  },
  tracing: {
    default: (field) => isRootField(field) || !isExposedField(field),
    wrap: (resolve, _options, { parentType, name }) => {
      const label = `${parentType}.${name}`;
      return (source, args, context, info) => {
        const { tracing } = context.services;
        // Events hold all that is asked of them.
        if (!tracing || !context.arrival) return resolve(source, args, context, info);
        return tracing.field(label, () => resolve(source, args, context, info));
      };
    },
  },
  relay: {
    clientMutationId: 'omit',
    edgesFieldOptions: { nullable: false },
    encodeGlobalID: (typename, id) => encodeGlobalId(typename, String(id)),
    decodeGlobalID: decodeGlobalId,
    nodeQueryOptions: {
      description: 'Any object by its global id, or null when there is none.',
      authScopes: { known: true },
    },
    nodesQueryOptions: false,
  },
});

builder.addScalarType('DateTime', dateTime, {
  description: 'A moment, as RFC 3339 text in UTC with milliseconds: 2026-11-21T12:00:00.000Z.',
});

builder.queryType({ description: 'Reads. Lists are Relay connections.' });
builder.mutationType({
  description:
    'Changes. Each takes an `input` and answers with a union of its payload and the errors it expects; every mutation is safe to send twice.',
});
builder.subscriptionType({
  description:
    'Live streams. Those that take `after` resume from a cursor without losing, repeating or reordering an event.',
});
