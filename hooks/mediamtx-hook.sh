#!/bin/sh
# Tells Curtaincall what MediaMTX records. MediaMTX runs it, once for each hook:
#   mediamtx-hook.sh segment-create | segment-complete | available | unavailable
# The hook URL is a secret: it is read from CURTAINCALL_HOOK_URL, or from the file mediamtx-hook.url beside this script.
# What MediaMTX knows comes in the environment and is sent encoded; the publisher's query (MTX_QUERY) is never sent.
set -eu

event=${1:?segment-create, segment-complete, available or unavailable}
url=${CURTAINCALL_HOOK_URL:-$(cat "$(dirname "$0")/mediamtx-hook.url")}
size=
if [ "$event" = segment-complete ] && [ -f "${MTX_SEGMENT_PATH:-}" ]; then
  size=$(wc -c <"$MTX_SEGMENT_PATH" | tr -d ' ')
fi
# When this ran, by which a hook that is tried again is told from one that is new; not every date knows parts of a second.
now=$(date +%s.%N)
case $now in
  [0-9]*.[0-9]*) ;;
  *) now=$(date +%s) ;;
esac

# By configuration from standard input, so that no list of processes shows the URL. MediaMTX tries once only, curl again.
printf 'url = "%s"\n' "$url" | exec curl --config - --silent --show-error --fail --output /dev/null \
  --max-time 10 --retry 5 --retry-all-errors \
  --data-urlencode "event=$event" \
  --data-urlencode "id=$now-$$" \
  --data-urlencode "path=${MTX_PATH:-}" \
  --data-urlencode "segment_path=${MTX_SEGMENT_PATH:-}" \
  --data-urlencode "segment_duration=${MTX_SEGMENT_DURATION:-}" \
  --data-urlencode "size=$size"
