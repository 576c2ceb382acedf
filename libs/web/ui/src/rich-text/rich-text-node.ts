/** The safe subset of Markdown that messages may use, as plain data. Nothing in it is markup: it is drawn by components. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em' | 'del'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string; readonly language: string | null }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | { readonly kind: 'rule' }
  | {
      readonly kind: 'list';
      /** The first number of a numbered list; null for one with bullets. */
      readonly start: number | null;
      readonly items: readonly (readonly Block[])[];
    };
