import type {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InitializeRequest,
  InlayHintRequest,
  LogMessageNotification,
  PrepareRenameRequest,
  PublishDiagnosticsNotification,
  ReferencesRequest,
  RegistrationRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  ShowMessageNotification,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol'

/** What a type of request carries, so that the types of the protocol are asked what its payloads are. */
type Carrier = { readonly _: readonly unknown[] | undefined }
type Params<T extends Carrier> = NonNullable<T['_']>[0]
type Result<T extends Carrier> = NonNullable<T['_']>[1]

/** What the server may answer, by method. Validators are made of this file: what is not here may not be answered. */
export type Answers = {
  readonly initialize: Result<typeof InitializeRequest.type>
  readonly shutdown: null
  readonly 'textDocument/codeAction': Result<typeof CodeActionRequest.type>
  readonly 'textDocument/codeLens': Result<typeof CodeLensRequest.type>
  readonly 'textDocument/completion': Result<typeof CompletionRequest.type>
  readonly 'textDocument/definition': Result<typeof DefinitionRequest.type>
  readonly 'textDocument/diagnostic': Result<typeof DocumentDiagnosticRequest.type>
  readonly 'textDocument/documentHighlight': Result<typeof DocumentHighlightRequest.type>
  readonly 'textDocument/documentLink': Result<typeof DocumentLinkRequest.type>
  readonly 'textDocument/documentSymbol': Result<typeof DocumentSymbolRequest.type>
  readonly 'textDocument/foldingRange': Result<typeof FoldingRangeRequest.type>
  readonly 'textDocument/hover': Result<typeof HoverRequest.type>
  readonly 'textDocument/inlayHint': Result<typeof InlayHintRequest.type>
  readonly 'textDocument/onTypeFormatting': Result<typeof DocumentOnTypeFormattingRequest.type>
  readonly 'textDocument/prepareRename': Result<typeof PrepareRenameRequest.type>
  readonly 'textDocument/references': Result<typeof ReferencesRequest.type>
  readonly 'textDocument/rename': Result<typeof RenameRequest.type>
  readonly 'textDocument/selectionRange': Result<typeof SelectionRangeRequest.type>
  readonly 'textDocument/semanticTokens/full': Result<typeof SemanticTokensRequest.type>
  readonly 'textDocument/semanticTokens/range': Result<typeof SemanticTokensRangeRequest.type>
  readonly 'workspace/symbol': Result<typeof WorkspaceSymbolRequest.type>
}

/** What the server may say and ask by itself; null where it does so without params. */
export type Sayings = {
  readonly 'client/registerCapability': Params<typeof RegistrationRequest.type>
  readonly 'textDocument/publishDiagnostics': Params<typeof PublishDiagnosticsNotification.type>
  readonly 'window/logMessage': Params<typeof LogMessageNotification.type>
  readonly 'window/showMessage': Params<typeof ShowMessageNotification.type>
  readonly 'workspace/diagnostic/refresh': null
}

export type Payloads = { readonly answers: Answers; readonly sayings: Sayings }
