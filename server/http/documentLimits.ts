import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import type { Plugin } from 'graphql-yoga';
import type { Limits } from '../limits.ts';

/** What a document may look like before anything of it runs. What it may cost is asked by the schema itself. */
export function documentLimits({ sizes }: Limits): Plugin[] {
  return [
    maxTokensPlugin({ n: sizes.documentTokens }),
    maxDepthPlugin({ n: sizes.documentDepth, flattenFragments: true }),
    maxAliasesPlugin({ n: sizes.documentAliases, allowList: [] }),
    maxDirectivesPlugin({ n: sizes.documentDirectives }),
  ] as Plugin[];
}
