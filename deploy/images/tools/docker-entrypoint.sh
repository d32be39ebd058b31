#!/usr/bin/env bash
# Runs one command of Talon out of the image's jars: docker-entrypoint.sh COMMAND [OPTION…], as ./talon does in a checkout.
# SPDX-License-Identifier: Apache-2.0
set -euo pipefail

home=${TALON_TOOLS_HOME:-/opt/talon}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

usage() {
  cat <<'USAGE'
Usage: docker-entrypoint.sh COMMAND [OPTION…]        COMMAND --help says more

  install    templates, lifecycles and pipelines into Elasticsearch, a tenant's access, dashboards into Kibana
  ingest     send conn.log files to Kafka
  score      score conn.log files
  adapt      fit the model to one site
  train      train a model from benign flows

Environment
  TALON_API_KEY_FILE, TALON_PASSWORD_FILE   files that hold what install sends
  TALON_JAVA_OPTS                           more JVM options
  OPENBLAS_CORETYPE                         kernels of the linear algebra in adapt and train; chosen from the CPU when unset
USAGE
}

fail() { printf 'docker-entrypoint.sh: %s\n' "$*" >&2; exit 1; }

secret() { # name: from the file that NAME_FILE names
  local variable=$1_FILE
  local file=${!variable:-}
  [ -n "$file" ] || return 0
  [ -r "$file" ] || fail "$variable is $file, which is not there or not readable for uid $(id -u)"
  export "$1=$(<"$file")"
}

# OpenBLAS 0.3.19 takes newer CPUs for very old ones and is several times slower then. The image does not know its host: ask it.
choose_openblas() {
  [ -z "${OPENBLAS_CORETYPE:-}" ] || return 0
  flags=$(grep -m 1 '^flags' "${TALON_CPUINFO:-/proc/cpuinfo}" 2>/dev/null || true)
  case " $flags " in
    *" avx512bw "*) export OPENBLAS_CORETYPE=SKYLAKEX ;;
    *" avx2 "*) export OPENBLAS_CORETYPE=HASWELL ;;
  esac
}

run() { # module main -- arguments
  local module=$1 main=$2; shift 2
  # shellcheck disable=SC2086  # a list of options
  exec "$java" -XX:MaxRAMPercentage=60 -XX:+UseSerialGC --add-modules=jdk.incubator.vector \
    --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.time=ALL-UNNAMED \
    --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.net=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED \
    -Dorg.bytedeco.javacpp.cachedir="$home/natives" ${TALON_JAVA_OPTS:-} -cp "$home/$module/*" "$main" "$@"
}

case ${1:-} in
  ''|-h|--help|help) usage; [ $# -gt 0 ] || exit 2; exit 0 ;;
esac
secret TALON_API_KEY
secret TALON_PASSWORD
choose_openblas
case $1 in
  install) run dashboards io.talon.dashboards.cli.InstallMain "${@:2}" ;;
  ingest|score) run flink-job io.talon.job.cli.JobMain "$@" ;;
  adapt|train) run ctal-vae io.talon.ctalvae.cli.ModelMain "$@" ;;
  *) usage >&2; exit 2 ;;
esac
