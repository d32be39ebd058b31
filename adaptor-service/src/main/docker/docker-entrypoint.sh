#!/usr/bin/env bash
# Starts the adaptor service, or asks it for its health.
# SPDX-License-Identifier: Apache-2.0
set -euo pipefail

home=${TALON_SERVICE_HOME:-/opt/talon/service}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

usage() {
  cat <<'USAGE'
Usage: docker-entrypoint.sh serve | health | archive

  serve    the service, on QUARKUS_HTTP_PORT (default: 8090); its settings are in the README of adaptor-service
  health   exit 0 if the service on this machine is ready
  archive  start the service once and archive the classes that it loads, for this JVM and this place: the image's build does so, and the service then starts in half the time

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

archive=$home/service.jsa
# At rest small. Each fit of an adaptor leaves its arrays behind: with less room free, nearly each costs a full collection.
# What a start calls a few hundred times is not worth the second compiler (Tier4); loops are found by their iterations.
options=(-Xms32m -XX:MaxRAMPercentage=60 -XX:+UseSerialGC -XX:MinHeapFreeRatio=40 -XX:MaxHeapFreeRatio=60
  -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000
  -XX:ReservedCodeCacheSize=64m -Xss512k -XX:+ExitOnOutOfMemoryError --add-modules=jdk.incubator.vector)
# The JVM would tell of every class that does not go into an archive.
errors_only=(-Xlog:disable -Xlog:all=error:stderr)

serve() {
  read_secret_files
  export QUARKUS_HTTP_HOST=${QUARKUS_HTTP_HOST:-0.0.0.0}
  # One of another JVM is passed over.
  [ ! -e "$archive" ] || options+=("${errors_only[@]}" "-XX:SharedArchiveFile=$archive")
  # shellcheck disable=SC2086  # a list of options
  exec "$java" "${options[@]}" ${TALON_JAVA_OPTS:-} -jar "$home/quarkus-run.jar"
}

write_archive() {
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  "$java" "${options[@]}" "${errors_only[@]}" "-XX:ArchiveClassesAtExit=$archive" \
    -Dtalon.start-only=true -Dtalon.database.folder="$scratch" -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port=0 \
    -jar "$home/quarkus-run.jar"
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
  archive) write_archive ;;
  -h|--help|help) usage ;;
  *) usage >&2; exit 2 ;;
esac
