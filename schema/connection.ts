/** What the ORM's cursors know of a page. */
interface CursorPage<Row> {
  items: Row[];
  startCursor: string | null;
  endCursor: string | null;
  hasNextPage: boolean;
  hasPrevPage: boolean;
  from(row: Row): string;
}

/** A page from the database as Relay has it. */
export function connectionOf<Row>(page: CursorPage<Row>) {
  const { items, startCursor, endCursor, hasNextPage, hasPrevPage: hasPreviousPage } = page;
  return {
    edges: items.map((node) => ({ node, cursor: page.from(node) })),
    pageInfo: { startCursor, endCursor, hasNextPage, hasPreviousPage },
  };
}
