/** What the page asks of the editor. `finding` and `fix` count from 0 in what was last shown. */
export type Asked =
  | { readonly act: 'jump' | 'accept' | 'more'; readonly finding: number }
  | { readonly act: 'fix'; readonly finding: number; readonly fix: number }
  | { readonly act: 'profile'; readonly profile: 'draft' | 'review' | 'issue' }
  | { readonly act: 'ready' | 'fixAll' | 'export' | 'comments' | 'toPlan' }

/** What the editor tells the page: what to show now. */
export type Shown = { readonly main: string }

/** What the page keeps over a restart: of which document it is. */
export type Kept = { readonly uri: string }
