/** Both languages, so that a missing translation does not compile. {0}, {1} … are filled from a finding's args. */
export type Message = { readonly zh: string; readonly en: string }
