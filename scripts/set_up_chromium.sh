#!/bin/sh
# Sees that a Chromium is there for the tests of the picture: installs Debian's where that is
# possible without asking, and says in a line what to do where it is not. Never fails: the tests
# skip without one, or, where CI is set, fail.
set -u

for name in "${PARTNERGRAPH_CHROMIUM:-}" chromium chromium-browser google-chrome; do
	[ -n "$name" ] && command -v "$name" >/dev/null && exit 0
done

as_root=
[ "$(id -u)" -eq 0 ] || as_root='sudo -n'

if command -v apt-get >/dev/null && $as_root true 2>/dev/null; then
	echo "installing chromium for the tests of the picture"
	export DEBIAN_FRONTEND=noninteractive
	$as_root apt-get -qq update &&
		$as_root apt-get -qq --yes install --no-install-recommends chromium >/dev/null && exit 0
fi
echo "no Chromium: install one, or name it in PARTNERGRAPH_CHROMIUM, to test the picture" >&2
