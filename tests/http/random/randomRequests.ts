import { type GraphQLSchema, OperationTypeNode } from 'graphql';
import { broken, brokenBody, type Parameters } from './brokenDocuments.ts';
import type { Dice } from './dice.ts';
import type { Ground, Sender, World } from './ground.ts';
import { jsonOf } from './literal.ts';
import { type RandomDocument, randomDocument } from './randomDocuments.ts';
import { RandomValues } from './randomValues.ts';
import { Rubbish } from './rubbish.ts';

export interface RandomRequest {
  sender: Sender;
  path: string;
  headers: Record<string, string>;
  body: string;
  document: RandomDocument;
}

/** An operation as somebody would send it. */
export interface RandomOperation {
  sender: Sender;
  document: RandomDocument;
  parameters: Parameters & { query: string };
}

/** How much of the values is rubbish, in a hundred, and how often. */
const hostilities = [
  [45, 0],
  [35, 15],
  [20, 40],
] as const;

export function randomOperation(
  schema: GraphQLSchema,
  world: World,
  dice: Dice,
  now: number,
  kind: OperationTypeNode = dice.weighed([
    [40, OperationTypeNode.QUERY],
    [50, OperationTypeNode.MUTATION],
    [10, OperationTypeNode.SUBSCRIPTION],
  ]),
): RandomOperation {
  const ground = dice.one(world.grounds);
  const sender = dice.weighed<() => Sender>([
    [52, () => dice.one(ground.people)],
    [8, () => dice.one(dice.one(world.grounds).people)],
    [6, () => dice.one(world.guests)],
    [13, () => dice.one(world.admins)],
    [13, () => dice.one(world.services)],
    [8, () => dice.one(world.strangers)],
  ])();
  return operationOf({ schema, world, dice, now }, ground, { sender, hostility: dice.weighed(hostilities), kind });
}

/** A request to POST, and what is in it; one in seven is broken on purpose. */
export function randomRequest(schema: GraphQLSchema, world: World, dice: Dice, now: number): RandomRequest {
  const { sender, document, parameters } = randomOperation(schema, world, dice, now);
  const whole = dice.chance(86);
  const text = jsonOf(whole ? parameters : broken(parameters, dice));
  return {
    sender,
    document,
    path: dice.chance(95) ? '/graphql' : '/graphql/stream',
    headers: headersOf(acceptOf(document, dice)),
    body: whole || dice.chance(85) ? text : brokenBody(text, dice),
  };
}

/** A request for one field of a root (`Query.game`) and no other, whole and without rubbish, by somebody who is known. */
export function aimedRequest(
  schema: GraphQLSchema,
  world: World,
  dice: Dice,
  now: number,
  field: string,
): RandomRequest {
  const [root, only = ''] = field.split('.');
  const kind = Object.values(OperationTypeNode).find((kind) => schema.getRootType(kind)?.name === root);
  if (!kind) throw new RangeError(`The schema has no ${root}`);
  const ground = dice.one(world.grounds);
  const drawn = { sender: dice.one([...ground.people, ...world.guests]), hostility: 0, kind, only };
  const { sender, document, parameters } = operationOf({ schema, world, dice, now }, ground, drawn);
  const accept = kind === OperationTypeNode.SUBSCRIPTION ? 'text/event-stream' : 'application/json';
  return { sender, document, path: '/graphql', headers: headersOf(accept), body: jsonOf(parameters) };
}

interface Surroundings {
  schema: GraphQLSchema;
  world: World;
  dice: Dice;
  now: number;
}

interface Drawn {
  sender: Sender;
  /** How many values in a hundred are rubbish. */
  hostility: number;
  kind: OperationTypeNode;
  /** The only field of the root, if it has been drawn before. */
  only?: string;
}

function operationOf(
  { schema, world, dice, now }: Surroundings,
  ground: Ground,
  { sender, hostility, kind, only }: Drawn,
): RandomOperation {
  const everywhere = world.grounds.map(({ known }) => known);
  const rubbish = new Rubbish(dice, dice.one(everywhere), schema);
  const values = new RandomValues(dice, [ground.known, ...everywhere], rubbish, hostility, now);
  const document = randomDocument(schema, kind, dice, values, only);
  const { query, variables, operationName } = document;
  return { sender, document, parameters: { query, variables, ...(operationName && { operationName }) } };
}

function headersOf(accept: string): Record<string, string> {
  return { 'content-type': 'application/json', accept };
}

function acceptOf({ kind }: RandomDocument, dice: Dice): string {
  const streams = dice.weighed([
    [9, 'text/event-stream'],
    [1, 'multipart/mixed'],
  ] as const);
  if (dice.chance(kind === OperationTypeNode.SUBSCRIPTION ? 90 : 2)) return streams;
  return dice.weighed([
    [24, 'application/json'],
    [12, 'application/graphql-response+json'],
    [3, '*/*'],
    [1, 'image/png'],
  ]);
}
