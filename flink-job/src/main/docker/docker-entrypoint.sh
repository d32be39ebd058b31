#!/usr/bin/env bash
# Starts one part of a Flink cluster out of the jars in $FLINK_HOME/lib. The roles and their arguments are those of Flink's own image,
# so that the Flink Kubernetes operator (mode: standalone) and Compose can start this one.
# SPDX-License-Identifier: Apache-2.0
set -euo pipefail

FLINK_HOME=${FLINK_HOME:-/opt/flink}
export FLINK_CONF_DIR=${FLINK_CONF_DIR:-$FLINK_HOME/conf}
export FLINK_LIB_DIR=${FLINK_LIB_DIR:-$FLINK_HOME/lib}           # the folder beside it, usrlib, holds the job
export FLINK_PLUGINS_DIR=${FLINK_PLUGINS_DIR:-$FLINK_HOME/plugins}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

usage() {
  cat <<'USAGE'
Usage: docker-entrypoint.sh ROLE [ARGUMENT…]

  standalone-job   a JobManager that runs the one job in usrlib; arguments: [-D key=value…] [--fromSavepoint PATH] [job option…]
  jobmanager       a JobManager of a session cluster
  taskmanager      a TaskManager
  health ROLE      exit 0 if the part on this machine is healthy (what the health checks call)

Environment
  FLINK_HOME             holds lib/, plugins/, usrlib/, conf/ (default: /opt/flink)
  FLINK_PROPERTIES       lines of "key: value", each over what conf/config.yaml says
  TALON_RESTORE          a folder of retained checkpoints: with no --fromSavepoint, go on from the newest one in it
  TALON_INSTALL_TEMPLATES  URL of an Elasticsearch or OpenSearch that gets Talon's templates before the job starts; what somebody
                         changed there stays. With TALON_API_KEY_FILE (not the job's own key, which needs no such right)
                         and TALON_ELASTICSEARCH_CA, where the server asks for the one and shows the other's certificate
  TALON_JAVA_OPTS        more JVM options
USAGE
}

fail() { printf 'docker-entrypoint.sh: %s\n' "$*" >&2; exit 1; }

# What Flink's start scripts open on JDK 17 and newer; the Vector API makes scoring fast.
jvm_options=(
  --add-modules=jdk.incubator.vector
  --add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED --add-exports=java.security.jgss/sun.security.krb5=ALL-UNNAMED
  --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.lang.reflect=ALL-UNNAMED
  --add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/java.net=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED
  --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.text=ALL-UNNAMED --add-opens=java.base/java.time=ALL-UNNAMED
  --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
  --add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED --add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED
)

# FLINK_PROPERTIES as -D arguments: the configuration file may be read-only.
property_arguments() {
  properties=()
  while IFS= read -r line; do
    line=${line#"${line%%[![:space:]]*}"}
    case $line in ''|'#'*) continue ;; esac
    key=${line%%:*} value=${line#*:}
    properties+=("-D${key%"${key##*[![:space:]]}"}=${value#"${value%%[![:space:]]*}"}")
  done <<<"${FLINK_PROPERTIES:-}"
}

# Flink works out heap and off-heap from the size of the process; its own tool says the results on lines with this mark.
memory() { # GET_JM_RESOURCE_PARAMS|GET_TM_RESOURCE_PARAMS arguments…
  local said
  said=$("$java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$FLINK_LIB_DIR/*" org.apache.flink.runtime.util.bash.BashJavaUtils "$1" \
    --configDir "$FLINK_CONF_DIR" "${@:2}" 2>&1) || fail "Flink does not accept the memory in $FLINK_CONF_DIR/config.yaml: $said"
  mapfile -t memory < <(sed -n 's/^.*BASH_JAVA_UTILS_EXEC_RESULT://p' <<<"$said")
  [ "${#memory[@]}" -gt 0 ] || fail "Flink did not work out its memory from $FLINK_CONF_DIR/config.yaml: $said"
}

start() { # main class, JVM memory, arguments…
  local main=$1 heap=$2; shift 2
  # shellcheck disable=SC2086  # both are lists of options
  exec "$java" $heap "${jvm_options[@]}" -Dlog4j2.configurationFile="file:$FLINK_CONF_DIR/log4j-console.properties" \
    -XX:+ExitOnOutOfMemoryError ${TALON_JAVA_OPTS:-} -cp "$FLINK_LIB_DIR/*" "$main" --configDir "$FLINK_CONF_DIR" "$@"
}

# A checkpoint is whole when its _metadata is there. Numbers grow, so the newest is the highest.
newest_checkpoint() { # folder, which a first start does not have yet
  [ -d "$1" ] || return 0
  find "$1" -path '*/chk-*/_metadata' -printf '%h\n' | sed 's/^\(.*chk-\([0-9]*\)\)$/\2 \1/' | sort -n | tail -n 1 | cut -d' ' -f2-
}

jobmanager() { # main class, arguments…
  local main=$1; shift
  memory GET_JM_RESOURCE_PARAMS "${properties[@]}"
  local dynamic=()
  [ "${#memory[@]}" -lt 2 ] || read -ra dynamic <<<"${memory[1]}"
  start "$main" "${memory[0]}" ${dynamic[@]+"${dynamic[@]}"} ${properties[@]+"${properties[@]}"} "$@"
}

# The installer is a program of its own: the job cannot change templates, and its key may not.
install_templates() {
  [ -n "${TALON_INSTALL_TEMPLATES:-}" ] || return 0
  "$java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$FLINK_HOME/installer/*" io.talon.dashboards.cli.InstallMain \
    elasticsearch --url "$TALON_INSTALL_TEMPLATES" --allow-changed \
    ${TALON_API_KEY_FILE:+--api-key-file "$TALON_API_KEY_FILE"} ${TALON_ELASTICSEARCH_CA:+--ca "$TALON_ELASTICSEARCH_CA"} >&2 \
    || fail "the templates are not installed in $TALON_INSTALL_TEMPLATES, see above; the job is not started"
}

job() {
  install_templates
  local restore=()
  if [ -n "${TALON_RESTORE:-}" ] && [[ " $* " != *" --fromSavepoint "* && " $* " != *" -s "* ]]; then
    found=$(newest_checkpoint "$TALON_RESTORE")
    if [ -n "$found" ]; then
      printf 'docker-entrypoint.sh: going on from %s\n' "$found" >&2
      restore=(--fromSavepoint "$found")
    fi
  fi
  jobmanager org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint ${restore[@]+"${restore[@]}"} "$@"
}

taskmanager() {
  jvm_options+=(-XX:+UseTransparentHugePages) # many destinations are many misses of small pages
  memory GET_TM_RESOURCE_PARAMS "${properties[@]}" "$@"
  local dynamic=()
  read -ra dynamic <<<"${memory[1]}"
  start org.apache.flink.runtime.taskexecutor.TaskManagerRunner "${memory[0]}" "${dynamic[@]}" ${properties[@]+"${properties[@]}"} "$@"
}

# No curl in the image: bash speaks enough HTTP.
get() { # port path
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
  timeout 5 cat <&3
}

health() {
  case ${1:-} in
    jobmanager|standalone-job) answer=$(get "${FLINK_REST_PORT:-8081}" /jobs/overview 2>/dev/null) && [[ $answer == *'"jobs"'* ]] ;;
    taskmanager) answer=$(get "${FLINK_METRICS_PORT:-9249}" /metrics 2>/dev/null) && [[ $answer == *flink_taskmanager_* ]] ;;
    *) usage >&2; exit 2 ;;
  esac
}

property_arguments
case ${1:-} in
  standalone-job) job "${@:2}" ;;
  jobmanager) jobmanager org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint "${@:2}" ;;
  taskmanager) taskmanager "${@:2}" ;;
  health) health "${@:2}" ;;
  -h|--help|help) usage ;;
  *) usage >&2; exit 2 ;;
esac
