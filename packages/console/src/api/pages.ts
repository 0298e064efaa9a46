// Lists that come in pages, read to their end.

interface Page {
  readonly NextToken?: string | undefined;
}

/** Every page, one after the other. `send` gets the token of the page before, if there was one. */
export async function allPages<Output extends Page, Item>(
  send: (page: { readonly NextToken?: string }) => Promise<Output>,
  itemsOf: (output: Output) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let token: string | undefined;
  do {
    const output = await send(token === undefined ? {} : { NextToken: token });
    items.push(...(itemsOf(output) ?? []));
    token = output.NextToken;
  } while (token !== undefined);
  return items;
}
