import { Group } from '../../entities/group.ts';
import { groupNameLength } from '../../rules/groupSettings.ts';
import { isText } from '../../rules/text.ts';
import { badUserInput, requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { pageOf, type PageArgs } from '../page.ts';

export interface GroupListArgs extends PageArgs {
  mine?: boolean | null | undefined;
  /** Part of a name, whatever its case. */
  search?: string | null | undefined;
}

/** Open groups, or the viewer's own, the newest first. */
export function listGroups(context: Context, { mine, search, ...page }: GroupListArgs) {
  if (typeof search === 'string' && !isText(search, groupNameLength)) {
    throw badUserInput(`\`search\` must have 1 to ${groupNameLength} visible characters.`);
  }
  const whose = mine
    ? { members: { $some: { user: requireViewer(context).userId, status: 'IN' as const } } }
    : { open: true, endedAt: null };
  const named = typeof search === 'string' ? { name: { $ilike: `%${literally(search)}%` } } : {};
  return context.em.findByCursor(Group, { where: { ...whose, ...named }, orderBy: { id: 'desc' }, ...pageOf(page) });
}

/** A text that a pattern matches as it is. */
function literally(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\\%_]/g, String.raw`\$&`);
}
