-- Uses the plan in the current buffer as a person would, and writes what is seen at each step to $REPORT.

local longest_wait = 60000

local function wait_for(what, reached)
  if not vim.wait(longest_wait, reached, 20) then error('no ' .. what .. ' after ' .. longest_wait .. ' ms') end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'
end

-- Lines and columns from 1, columns in bytes, the end not included.
local function diagnostics()
  return vim.tbl_map(function(found)
    return {
      rule = found.code,
      severity = vim.diagnostic.severity[found.severity],
      from = {found.lnum + 1, found.col + 1},
      to = {found.end_lnum + 1, found.end_col + 1},
    }
  end, vim.diagnostic.get(0))
end

-- Newer versions have a second mark on what is tagged as unnecessary.
local function underlined()
  local places = {}
  for _, namespace in pairs(vim.diagnostic.get_namespaces()) do
    local underline = namespace.user_data.underline_ns
    local marks = underline and vim.api.nvim_buf_get_extmarks(0, underline, 0, -1, {details = true}) or {}
    for _, mark in ipairs(marks) do
      local _, row, column, details = unpack(mark)
      local words = vim.api.nvim_buf_get_text(0, row, column, details.end_row, details.end_col, {})[1]
      if not vim.tbl_contains(places, words) then table.insert(places, words) end
    end
  end
  return places
end

local function has_diagnostic(rule)
  return vim.tbl_contains(vim.tbl_map(function(found) return found.code end, vim.diagnostic.get(0)), rule)
end

-- Asks for the code actions at the finding of `rule` and takes the one that is called `title`.
local function apply(rule, title)
  local found = vim.tbl_filter(function(other) return other.code == rule end, vim.diagnostic.get(0))[1]
  vim.api.nvim_win_set_cursor(0, {found.lnum + 1, found.col})
  local offered
  vim.ui.select = function(items, options, choose)
    offered = vim.tbl_map(options.format_item, items)
    for index, item in ipairs(items) do
      if offered[index] == title then return choose(item, index) end
    end
  end
  local before = text()
  vim.lsp.buf.code_action()
  wait_for('menu', function() return offered end)
  wait_for('change by "' .. title .. '", of ' .. vim.inspect(offered), function() return text() ~= before end)
  wait_for('diagnostics without ' .. rule, function() return not has_diagnostic(rule) end)
  return {offered = offered, text = text(), left = vim.tbl_map(function(other) return other.rule end, diagnostics())}
end

local function drive()
  local report = {}
  wait_for('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  report.diagnostics = diagnostics()
  report.underlined = underlined()
  report.fixed = apply('no-template-text', vim.env.FIX)
  report.chosen = apply('no-function-bodies', vim.env.SUGGESTION)

  vim.cmd('normal! Go' .. vim.env.TYPED)
  wait_for('diagnostic of what was typed', function() return #vim.diagnostic.get(0) > #report.chosen.left end)
  report.typed = diagnostics()

  vim.cmd('bdelete!')
  wait_for('end of the diagnostics', function() return #vim.diagnostic.get() == 0 end)
  return report
end

local succeeded, result = pcall(drive)
vim.fn.writefile({vim.fn.json_encode(succeeded and result or {error = result})}, vim.env.REPORT)
vim.cmd('quitall!')
