/** How far a document is: rules that matter only before it goes out are asked only then. */
export type Profile = (typeof profiles)[number]
export const profiles = ['draft', 'review', 'issue'] as const
