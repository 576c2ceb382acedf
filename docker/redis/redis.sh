#!/bin/sh
# `redis.sh start` becomes a Redis with the password in the secret `redis_url` (redis://:<password>@<host>:<port>), which the gateways
# read as well; `redis.sh check` tells whether it answers. What it holds is only passed on or counted here, so nothing is written to disk.
set -eu

file=${SECRETS_DIRECTORY:-/run/secrets}/redis_url
url=$(cat "$file")
password=${url#redis://:}
password=${password%%@*}
case $password in
  '' | *[!A-Za-z0-9._~-]*)
    echo "$file must be redis://:<password>@<host>:<port>, with a password of letters, digits, '-', '_', '.' and '~'." >&2
    exit 1
    ;;
esac

case ${1:-} in
  start)
    # By standard input, as arguments show in the list of processes.
    exec redis-server - <<CONFIGURATION
port ${REDIS_PORT:-6379}
requirepass $password
dir /tmp
save ""
appendonly no
maxmemory 256mb
maxmemory-policy volatile-ttl
CONFIGURATION
    ;;
  check)
    [ "$(REDISCLI_AUTH=$password redis-cli -p "${REDIS_PORT:-6379}" ping)" = PONG ]
    ;;
  *)
    echo 'usage: redis.sh start|check' >&2
    exit 2
    ;;
esac
