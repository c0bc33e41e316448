-- Does in a real Neovim what somebody who writes does, and says what came of it as JSON. Run by test/editors.test.ts.
local patience = 20000

local function wait(what, done)
  if not vim.wait(patience, done, 20) then
    error('waited in vain: ' .. what)
  end
end

local function findings()
  return vim.tbl_map(function(found)
    local rule = found.code or found.user_data.lsp.code
    return string.format('%d:%s %d %s', found.lnum + 1, rule, found.severity, found.message)
  end, vim.diagnostic.get(0))
end

local function outline(symbols, indent, lines)
  for _, symbol in ipairs(symbols) do
    table.insert(lines, indent .. symbol.name)
    outline(symbol.children or {}, indent .. '  ', lines)
  end
  return lines
end

local function symbols()
  local params = { textDocument = vim.lsp.util.make_text_document_params() }
  local _, answer = next(assert(vim.lsp.buf_request_sync(0, 'textDocument/documentSymbol', params, patience)))
  return outline(answer.result, '', {})
end

local said = { filetype = vim.bo.filetype }
wait('findings', function()
  return #vim.diagnostic.get(0) > 0
end)
said.diagnostics = findings()
said.symbols = symbols()

vim.ui.select = function(items, options, choose)
  said.choices = vim.tbl_map(options.format_item, items)
  choose(items[1], 1)
end
vim.api.nvim_win_set_cursor(0, { 2, #'一、防止' })
vim.api.nvim_feedkeys('gra', 'x', false)
wait('the findings of the mended text', function()
  return #vim.diagnostic.get(0) < #said.diagnostics
end)
said.left = findings()

vim.cmd('silent write')
io.stdout:write(vim.fn.json_encode(said))
vim.cmd('quit')
