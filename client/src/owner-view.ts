import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode'
import { plandoc } from './documents.ts'
import { message } from './messages.ts'
import type { Server } from './server.ts'
import { toRange } from './structure.ts'
import { type OwnedItem, type OwnerGroup, type OwnerOrder, type OwnerScope, ownedItems, ownerGroups } from './wire.ts'

const view = 'yaodian.owners'
type Node = { readonly group: OwnerGroup; readonly alone: boolean } | { readonly item: OwnedItem }

/** The view 责任单位: who answers for what, in the document before the user or in the workspace. */
export function ownerView(server: Server): Disposable {
  const state = { scope: 'document' as OwnerScope, by: 'unit' as OwnerOrder, filter: '', uri: activePlan() }
  const changed = new EventEmitter<void>()
  const asked = () => ({
    scope: state.scope,
    by: state.by,
    ...(state.uri && { uri: state.uri }),
    ...(state.filter && { filter: state.filter }),
  })
  const provider = ownersProvider(server, asked, changed.event, (found) => {
    const counts = [found.tasks, found.unowned, found.documents].map(String)
    const said = message(state.scope === 'document' ? 'ownersDocument' : 'ownersWorkspace', ...counts)
    tree.message = found.tasks > 0 ? said : ''
    tree.description = state.filter ? message('ownersFiltered', state.filter) : ''
    tree.badge =
      found.unowned > 0 ? { value: found.unowned, tooltip: message('ownersBadge', String(found.unowned)) } : undefined
  })
  const tree = window.createTreeView<Node>(view, { treeDataProvider: provider, showCollapseAll: true })
  const refresh = () => changed.fire()
  // VS Code itself gathers what changes within a fifth of a second.
  const refreshIfSeen = () => {
    if (tree.visible) refresh()
  }
  const set = (change: Partial<typeof state>) => {
    Object.assign(state, change)
    commands.executeCommand('setContext', `${view}.scope`, state.scope)
    commands.executeCommand('setContext', `${view}.by`, state.by)
    commands.executeCommand('setContext', `${view}.filtered`, state.filter !== '')
    refresh()
  }
  const command = (name: string, run: (...args: never[]) => unknown) =>
    commands.registerCommand(`${view}.${name}`, run as (...args: unknown[]) => unknown)
  const stored = workspace.createFileSystemWatcher('**/{yaodian.json,*.{plan,gongwen,txt,csv,xlsx}}')
  set({})
  return Disposable.from(
    tree,
    changed,
    stored,
    command('byUnit', () => set({ by: 'unit' })),
    command('byDeadline', () => set({ by: 'deadline' })),
    command('unowned', () => set({ by: 'unowned' })),
    command('document', () => set({ scope: 'document' })),
    command('workspace', () => set({ scope: 'workspace' })),
    command('refresh', refresh),
    command('clearFilter', () => set({ filter: '' })),
    command('filter', async () => {
      const filter = await window.showInputBox({ prompt: message('filterPrompt'), value: state.filter })
      if (filter !== undefined) set({ filter: filter.trim() })
    }),
    // What a code lens calls, and who looks for the view.
    commands.registerCommand('yaodian.showOwners', async (uri?: string, by: OwnerOrder = 'unit') => {
      if (uri) set({ uri, by, scope: 'document' })
      await commands.executeCommand(`${view}.focus`)
    }),
    tree.onDidChangeVisibility(refreshIfSeen),
    window.onDidChangeActiveTextEditor(() => {
      const uri = activePlan()
      if (!uri || uri === state.uri) return
      state.uri = uri
      if (state.scope === 'document') refreshIfSeen()
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === plandoc) refreshIfSeen()
    }),
    workspace.onDidCloseTextDocument(refreshIfSeen),
    workspace.onDidOpenTextDocument(refreshIfSeen),
    stored.onDidChange(refreshIfSeen),
    stored.onDidCreate(refreshIfSeen),
    stored.onDidDelete(refreshIfSeen),
  )
}

function activePlan(): string | undefined {
  const document = window.activeTextEditor?.document
  return document?.languageId === plandoc ? document.uri.toString() : undefined
}

type Asked = Parameters<typeof ask>[1]
type Found = NonNullable<Awaited<ReturnType<typeof ask>>>

const ask = (server: Server, params: { scope: OwnerScope; by: OwnerOrder; uri?: string; filter?: string }) =>
  server.ask(ownerGroups, params)

function ownersProvider(
  server: Server,
  asked: () => Asked,
  onDidChangeTreeData: Event<void>,
  tell: (found: Found) => void,
): TreeDataProvider<Node> {
  return {
    onDidChangeTreeData,
    getTreeItem: (node) =>
      'group' in node ? groupItem(node.group, node.alone && node.group.kind === 'document') : taskItem(node.item),
    async getChildren(node) {
      if (node && 'item' in node) return []
      const params = asked()
      if (!node) {
        const none = { groups: [], tasks: 0, unowned: 0, documents: 0 }
        const found = params.uri || params.scope === 'workspace' ? ((await ask(server, params)) ?? none) : none
        tell(found)
        return found.groups.map((group) => ({ group, alone: found.groups.length === 1 }))
      }
      const { key } = node.group
      const items = await server.ask(ownedItems, { ...params, key })
      return (items ?? []).map((item) => ({ item }))
    },
  }
}

const icons: Readonly<Record<OwnerGroup['kind'], string>> = {
  unit: 'organization',
  collective: 'globe',
  deadline: 'calendar',
  undated: 'history',
  document: 'file',
}

function groupItem({ key, label, kind, lead, support, overdue }: OwnerGroup, alone: boolean): TreeItem {
  const { Collapsed, Expanded } = TreeItemCollapsibleState
  const item = new TreeItem(label, alone ? Expanded : Collapsed)
  item.id = `${kind} ${key} ${alone}`
  item.iconPath = new ThemeIcon(icons[kind], overdue ? new ThemeColor('list.errorForeground') : undefined)
  const isUnit = kind === 'unit' || kind === 'collective'
  const count = isUnit ? message('leadSupport', String(lead), String(support)) : message('countOnly', String(lead))
  item.description = overdue ? `${count} · ${message('overdue')}` : count
  item.accessibilityInformation = { label: `${label}，${item.description}` }
  return item
}

const roles = { lead: 'roleLead', support: 'roleSupport', none: 'roleNone' } as const
const roleIcons = { lead: 'star-full', support: 'person', none: 'warning' } as const

function taskItem({ label, task, place, document, role, deadline, overdue, uri, range }: OwnedItem): TreeItem {
  const item = new TreeItem(`${place} ${label}`.trim())
  const past = overdue ? message('overdue') : ''
  item.description = [message(roles[role]), deadline, past].filter(Boolean).join(' · ')
  item.tooltip = new MarkdownString().appendText([document, task].filter(Boolean).join('\n\n'))
  item.iconPath = new ThemeIcon(roleIcons[role], overdue ? new ThemeColor('list.errorForeground') : undefined)
  item.accessibilityInformation = { label: `${item.label}，${item.description}` }
  item.command = {
    command: 'vscode.open',
    title: label,
    arguments: [Uri.parse(uri), { selection: toRange(range) }],
  }
  return item
}
