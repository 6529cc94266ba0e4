#!/bin/sh
# Sees that a Chromium and a Firefox are there for the tests of the picture: installs Debian's where
# that is possible without asking, and says in a line what to do where it is not. Never fails: the
# tests skip without one, or, where CI is set, fail.
set -u

as_root=
[ "$(id -u)" -eq 0 ] || as_root='sudo -n'

is_there() {
	for name in "$@"; do
		[ -n "$name" ] && command -v "$name" >/dev/null && return 0
	done
	return 1
}

install() {
	command -v apt-get >/dev/null && $as_root true 2>/dev/null || return 1
	echo "installing $1 for the tests of the picture"
	$as_root apt-get -qq update &&
		DEBIAN_FRONTEND=noninteractive $as_root apt-get -qq --yes install --no-install-recommends \
			"$1" >/dev/null
}

is_there "${PARTNERGRAPH_CHROMIUM:-}" chromium chromium-browser google-chrome ||
	install chromium ||
	echo "no Chromium: install one, or name it in PARTNERGRAPH_CHROMIUM, to test the picture" >&2
is_there "${PARTNERGRAPH_FIREFOX:-}" firefox-esr firefox ||
	install firefox-esr ||
	echo "no Firefox: install one, or name it in PARTNERGRAPH_FIREFOX, to test the picture" >&2
