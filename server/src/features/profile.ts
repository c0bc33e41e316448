import { RequestType, type TextDocumentIdentifier, type WorkspaceEdit } from 'vscode-languageserver'
import { settingForFile, settings } from '../edit/settings.ts'
import { type Profile, profiles } from '../lint/profile.ts'
import { feature } from './feature.ts'
import { fileEdit } from './file-edit.ts'

type Params = { readonly textDocument: TextDocumentIdentifier }

/** The stage of a document, the file that says so, and what would write each of them there; null where there is no such file. */
export type ProfileAnswer = {
  readonly profile: Profile
  readonly uri: string | null
  readonly edits: Readonly<Record<Profile, WorkspaceEdit>> | null
}

/** How far a document is, and how to say otherwise. */
export const profileOf = feature<Params, ProfileAnswer>(
  {},
  new RequestType<Params, ProfileAnswer, void>('yaodian/profile'),
  (view) => {
    const file = view.lists.config
    const { path, isStageOwn } = view
    const write = (text: string, profile: Profile) =>
      isStageOwn && path !== undefined
        ? settingForFile(text, path, ['profile'], profile)
        : settings(text, [[['profile'], profile]])
    const edits = profiles.map((profile) => [profile, fileEdit(view, file, (text) => write(text, profile))] as const)
    return {
      profile: view.config.profile,
      uri: file?.uri ?? null,
      edits: edits.every(([, edit]) => edit) ? (Object.fromEntries(edits) as ProfileAnswer['edits']) : null,
    }
  },
)
