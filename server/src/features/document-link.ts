import { type DocumentLink, type DocumentLinkParams, DocumentLinkRequest } from 'vscode-languageserver'
import { feature } from './feature.ts'
import { allLinks, nameOf, stepRange } from './places.ts'

/** References as links to the line that they point to. */
export const documentLink = feature<DocumentLinkParams, DocumentLink[]>(
  { documentLinkProvider: { resolveProvider: false } },
  DocumentLinkRequest.type,
  ({ plan, uri }) =>
    [...allLinks(plan)].flatMap((link) =>
      link.target
        ? [
            {
              range: stepRange(plan, link),
              target: `${uri}#${(plan.row.get(link.target) ?? 0) + 1}`,
              tooltip: nameOf(plan, link.target),
            },
          ]
        : [],
    ),
)
