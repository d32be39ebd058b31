#!/usr/bin/env bash
# Starts the adaptor service, or asks it for its health.
# SPDX-License-Identifier: Apache-2.0
set -euo pipefail

home=${TALON_SERVICE_HOME:-/opt/talon/service}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

usage() {
  cat <<'USAGE'
Usage: docker-entrypoint.sh serve | health

  serve    the service, on QUARKUS_HTTP_PORT (default: 8090); its settings are in the README of adaptor-service
  health   exit 0 if the service on this machine is ready

Environment
  NAME_FILE          for any setting NAME of the service: a file that holds its value, so that no secret stands in the environment
  TALON_JAVA_OPTS    more JVM options
USAGE
}

fail() { printf 'docker-entrypoint.sh: %s\n' "$*" >&2; exit 1; }

# Secrets come as files (Compose and Kubernetes mount them); Quarkus reads the environment.
read_secret_files() {
  local name file
  while IFS='=' read -r -d '' name file; do
    case $name in
      TALON_*_FILE|QUARKUS_*_FILE|KAFKA_*_FILE)
        [ -r "$file" ] || fail "$name is $file, which is not there or not readable for uid $(id -u)"
        export "${name%_FILE}=$(<"$file")"
        unset "$name"
        ;;
    esac
  done < <(env -0)
}

serve() {
  read_secret_files
  export QUARKUS_HTTP_HOST=${QUARKUS_HTTP_HOST:-0.0.0.0}
  # shellcheck disable=SC2086  # a list of options
  # At rest small: a heap that has grown while an adaptor was fitted shrinks again.
  exec "$java" -Xms32m -XX:MaxRAMPercentage=60 -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 \
    -XX:ReservedCodeCacheSize=64m -Xss512k -XX:+ExitOnOutOfMemoryError --add-modules=jdk.incubator.vector \
    ${TALON_JAVA_OPTS:-} -jar "$home/quarkus-run.jar"
}

# No curl in the image: bash speaks enough HTTP.
health() {
  exec 3<>"/dev/tcp/127.0.0.1/${QUARKUS_HTTP_PORT:-8090}"
  printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
  answer=$(timeout 5 cat <&3)
  [[ ${answer%%$'\r'*} == *' 200 '* ]]
}

case ${1:-serve} in
  serve) serve ;;
  health) health 2>/dev/null ;;
  -h|--help|help) usage ;;
  *) usage >&2; exit 2 ;;
esac
