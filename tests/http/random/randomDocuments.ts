import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isRequiredArgument,
  isUnionType,
  OperationTypeNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import type { Dice } from './dice.ts';
import { Bare, literal } from './literal.ts';
import type { Place, RandomValues } from './randomValues.ts';

export interface RandomDocument {
  kind: OperationTypeNode;
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
  /** The fields of the root that it asks for, and under which key each answers. */
  roots: { field: string; key: string }[];
}

/** Past so many fields a document asks for leaves alone. */
const mostFields = 30;

/**
 * Writes a document that the schema allows, as far as its values do: any operation, selections to any depth, all kinds
 * of fragments, aliases, arguments, variables and directives. Knows nothing of this schema but what it says itself. With
 * `only`, it asks for that field of the root, and no other.
 */
export function randomDocument(
  schema: GraphQLSchema,
  kind: OperationTypeNode,
  dice: Dice,
  values: RandomValues,
  only?: string,
): RandomDocument {
  return new Writer(schema, dice, values).document(kind, only);
}

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #dice: Dice;
  readonly #values: RandomValues;
  readonly #variables = new Map<string, { declared: string; value: unknown }>();
  readonly #fragments: string[] = [];
  /** What each key answers with. A key means the same all over a document, so that no two selections collide. */
  readonly #keys = new Map<string, string>();
  #fields = 0;

  constructor(schema: GraphQLSchema, dice: Dice, values: RandomValues) {
    this.#schema = schema;
    this.#dice = dice;
    this.#values = values;
  }

  document(kind: OperationTypeNode, only?: string): RandomDocument {
    const dice = this.#dice;
    const root = this.#schema.getRootType(kind);
    if (!root) throw new RangeError(`The schema has no ${kind}`);
    const depth = dice.count(1, 6);
    const fields = only === undefined ? this.#rootFields(root, kind) : [root.getFields()[only]];
    const roots = fields.map((field) => {
      if (!field) throw new RangeError(`${root.name} has no ${only}`);
      return { field: `${root.name}.${field.name}`, ...this.#field(field, depth) };
    });
    const declared = [...this.#variables.values()].map(({ declared }) => declared);
    const name = dice.chance(60) ? 'Main' : '';
    const parts = [
      `${kind} ${name}${declared.length > 0 ? `(${declared.join(' ')})` : ''} { ${roots.map(({ text }) => text).join(' ')} }`,
      ...this.#fragments,
    ];
    const many = name !== '' && dice.chance(10);
    if (many) parts.splice(dice.count(0, parts.length), 0, 'query Other { __typename }');
    return {
      kind,
      query: parts.join(dice.one(['\n', ' ', '\n# a comment\n', ',,'])),
      variables: Object.fromEntries(
        [...this.#variables].filter(([, { value }]) => value !== undefined).map(([name, { value }]) => [name, value]),
      ),
      operationName: name !== '' && (many || dice.chance(50)) ? name : undefined,
      roots: roots.map(({ field, key }) => ({ field, key })),
    };
  }

  #rootFields(root: GraphQLObjectType, kind: OperationTypeNode): GraphQLField<unknown, unknown>[] {
    const dice = this.#dice;
    const own = Object.values(root.getFields());
    const count =
      kind === OperationTypeNode.SUBSCRIPTION
        ? 1
        : dice.weighed([
            [7, 1],
            [2, 2],
            [1, 3],
          ]);
    return Array.from({ length: count }, () => {
      const about = kind === OperationTypeNode.QUERY && dice.chance(3);
      return about ? dice.one([SchemaMetaFieldDef, TypeMetaFieldDef]) : dice.one(own);
    });
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const dice = this.#dice;
    const parts: string[] = [];
    if (isUnionType(type) || dice.chance(15)) parts.push(`__typename${this.#directives()}`);
    if (!isUnionType(type)) {
      for (const field of dice.some(Object.values(type.getFields()), 38)) {
        const leaf = !isCompositeType(getNamedType(field.type));
        if (leaf || (depth > 0 && this.#fields < mostFields)) parts.push(this.#field(field, depth).text);
      }
    }
    for (const inner of this.#narrower(type)) {
      if (this.#fields < mostFields) parts.push(this.#fragment(inner, depth));
    }
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  /** Types a fragment within this one can be on. */
  #narrower(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const dice = this.#dice;
    if (!isAbstractType(type)) return [type, ...type.getInterfaces()].filter(() => dice.chance(8));
    const possible = this.#schema.getPossibleTypes(type);
    const interfaces = new Set(possible.flatMap((object) => object.getInterfaces()));
    return [...possible, ...interfaces].filter((inner) => inner !== type && dice.chance(isUnionType(type) ? 60 : 25));
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const dice = this.#dice;
    const selection = this.#selection(type, depth);
    if (dice.chance(70)) return `... on ${type.name}${this.#directives()} ${selection}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type.name} ${selection}`);
    const spread = `...${name}${this.#directives()}`;
    return dice.chance(10) ? `${spread} ${spread}` : spread;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): { text: string; key: string } {
    const dice = this.#dice;
    this.#fields += 1;
    const asked = getNamedType(field.type);
    const given = field.args.filter((argument) => isRequiredArgument(argument) || dice.chance(28));
    const args =
      given.length > 0 ? `(${given.map((argument) => this.#argument(argument, asked.name)).join(', ')})` : '';
    const means = `${field.name}${args}: ${String(field.type)}`;
    const taken = this.#keys.get(field.name);
    // Selections below a key would have to agree as well, which only those of the same document's own making do.
    const alias = (taken !== undefined && taken !== means) || dice.chance(6);
    const key = alias ? `a${this.#keys.size}` : field.name;
    this.#keys.set(key, means);
    const selection = isCompositeType(asked) ? ` ${this.#selection(asked, depth - 1)}` : '';
    return { key, text: `${alias ? `${key}: ` : ''}${field.name}${args}${this.#directives()}${selection}` };
  }

  #argument({ name, type }: GraphQLArgument, asks: string): string {
    return `${name}: ${literal(this.#part(type, { name, asks }))}`;
  }

  /** A value, or a variable that holds one. */
  #part(type: GraphQLInputType, place: Place): unknown {
    if (this.#dice.chance(45)) return this.#variable(type, place);
    return this.#values.value(type, place, (type, place) => this.#part(type, place));
  }

  #variable(type: GraphQLInputType, place: Place): Bare {
    const dice = this.#dice;
    const name = `v${this.#variables.size}`;
    const stricter = !isNonNullType(type) && dice.chance(25);
    const preset = !stricter && dice.chance(15);
    // With a preset, a variable that may be null will do where null may not stand.
    const of = preset ? getNullableType(type) : type;
    const presetText = preset ? ` = ${literal(this.#values.value(type, place))}` : '';
    const declared = `$${name}: ${String(of)}${stricter ? '!' : ''}${presetText}`;
    const needed = !preset && (stricter || isNonNullType(type));
    // Taken before what follows asks for variables of its own.
    this.#variables.set(name, { declared, value: undefined });
    if (needed || dice.chance(80))
      this.#variables.set(name, { declared, value: this.#variableValue(of, place, needed) });
    return new Bare(`$${name}`);
  }

  #variableValue(type: GraphQLInputType, place: Place, needed: boolean): unknown {
    return !needed && this.#dice.chance(10) ? null : this.#values.value(type, place);
  }

  #directives(): string {
    const dice = this.#dice;
    if (!dice.chance(5)) return '';
    const name = dice.one(['skip', 'include']);
    const often = name === 'include';
    const value = dice.chance(60) ? String(dice.chance(85) === often) : this.#flag();
    return ` @${name}(if: ${value})`;
  }

  #flag(): string {
    return literal(this.#variable(this.#boolean(), { name: 'if', asks: 'Boolean' }));
  }

  #boolean(): GraphQLInputType {
    const [argument] = this.#schema.getDirective('skip')?.args ?? [];
    if (!argument) throw new RangeError('The schema has no @skip');
    return argument.type;
  }
}
