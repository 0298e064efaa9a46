// IAM's lists, which go on behind a marker, read to their end.

interface MarkedPage {
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}

export async function allMarkedPages<Output extends MarkedPage, Item>(
  send: (page: { readonly Marker?: string }) => Promise<Output>,
  itemsOf: (output: Output) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let marker: string | undefined;
  do {
    const output = await send(marker === undefined ? {} : { Marker: marker });
    items.push(...(itemsOf(output) ?? []));
    marker = output.IsTruncated === true ? output.Marker : undefined;
  } while (marker !== undefined);
  return items;
}
