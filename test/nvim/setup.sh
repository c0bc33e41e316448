#!/usr/bin/env bash
# Installs Debian's Neovim for the tests, where it is missing and that can be done without asking anybody.
set -euo pipefail
command -v nvim >/dev/null && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo 'there is no nvim on the PATH; on Debian, as root: apt-get install neovim' >&2
  exit 1
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=60 install -y -qq --no-install-recommends neovim >/dev/null
