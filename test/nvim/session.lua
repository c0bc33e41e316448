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

-- Behind a character of two UTF-16 units and four bytes, columns are still those of the words.
vim.api.nvim_buf_set_lines(0, -1, -1, true, { '四、𠮷林试点，严守政治' })
local last = vim.api.nvim_buf_line_count(0) - 1
for _, typed in ipairs({ '记', '录', '。' }) do
  local column = #vim.api.nvim_buf_get_lines(0, last, last + 1, true)[1]
  vim.api.nvim_buf_set_text(0, last, column, last, column, { typed })
end
local function typed()
  return vim.tbl_filter(function(found)
    return found.lnum == last and found.message:find('纪律') ~= nil
  end, vim.diagnostic.get(0))[1]
end
wait('what is found in what was typed', typed)
local line = vim.api.nvim_buf_get_lines(0, last, last + 1, true)[1]
said.typed = line:sub(typed().col + 1, typed().end_col)

vim.api.nvim_win_set_cursor(0, { 3, 0 })
vim.lsp.buf.rename('2')
wait('another number', function()
  return vim.fn.getline(3):find('^二、') ~= nil
end)
said.renamed = vim.fn.getline(3)

io.stdout:write(vim.fn.json_encode(said))
vim.cmd('quit!')
