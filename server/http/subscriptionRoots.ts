import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/**
 * A subscription is one stream, so nothing at its root may be left out by @skip or @include: nothing would be left. The
 * rule of GraphQL's newer editions, which the executor counts on.
 */
export function unconditionalSubscriptions(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition({ operation, selectionSet }) {
      if (operation !== OperationTypeNode.SUBSCRIPTION) return;
      for (const { kind, directives = [] } of rootSelections(context, selectionSet)) {
        const conditions = directives.filter(({ name: { value } }) => value === 'skip' || value === 'include');
        if (conditions.length === 0) continue;
        const what = kind === Kind.FIELD ? 'field' : 'fragment';
        context.reportError(
          new GraphQLError(
            `The root ${what} of a subscription takes no @skip or @include. Leave the operation out instead.`,
            {
              nodes: conditions,
            },
          ),
        );
      }
    },
  };
}

/** Everything selected at the root, through all fragments. */
function rootSelections(
  context: ValidationContext,
  { selections }: SelectionSetNode,
  seen = new Set<FragmentDefinitionNode>(),
): SelectionNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return [selection, ...rootSelections(context, selection.selectionSet, seen)];
    }
    const fragment = context.getFragment(selection.name.value);
    if (!fragment || seen.has(fragment)) return [selection];
    seen.add(fragment);
    return [selection, ...rootSelections(context, fragment.selectionSet, seen)];
  });
}
