#!/usr/bin/env bash
# The one command line of Talon. It finds a JDK, builds what is missing and hands over to the module that owns the command.
# SPDX-License-Identifier: Apache-2.0
set -eu

home=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
oldest_jdk=17

say() { printf '%s\n' "$*" >&2; }

usage() {
  cat <<'EOF'
Usage: talon COMMAND [OPTION…]        talon COMMAND --help says more

Try it
  demo       run everything on this machine: Kafka, Flink, Elasticsearch, the service, two simulated sites
  simulate   write conn.log files of made-up sites, with or without attacks
  doctor     look at this machine or a deployment and say what is wrong and how to mend it
  estimate   how large a deployment must be for a load

Score
  score      score conn.log files, print anomalies as ECS documents (or a line per flow with --all)
  ingest     send conn.log files to Kafka

Elasticsearch and Kibana
  install    templates, lifecycles and pipelines into Elasticsearch, a tenant's access, dashboards and rules into Kibana
  kibana     dashboards, data views and detection rules, to import into Kibana

Teach
  adapt      fit the model to one site with a few triplets and its benign flows
  train      train a model from benign flows
  evaluate   measure detection beside simple detectors, answer the open questions, retrain the base model

Teach sites through a service (--url and TALON_KEY; COMMAND --help lists the subcommands)
  site         make, list and change sites, add their flows
  triplet      candidates, proposals, say and take back triplets
  adaptor      train, read the report card, shadow, promote, roll back, export, import
  suppression  suppress alerts, list and withdraw
  audit        who did what; verify the chain
  model        base models: list, release, roll back (with the operator's key)

Measure
  bench      how fast, next to what one would take instead: bench scorer, bench stream, bench teach

Environment
  JAVA_HOME            the JDK to use (17 or newer)
  TALON_JAVA_OPTS      more JVM options, e.g. -Xmx4g
  TALON_BUILD          never: run what is built, even if the sources are newer
  OPENBLAS_CORETYPE    kernels of the linear algebra used in training; chosen from the CPU when unset
EOF
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || { say "talon: JAVA_HOME is $JAVA_HOME, but there is no bin/java in it. Set it to a JDK $oldest_jdk or newer."; exit 1; }
  else
    java=$(command -v java || true)
    [ -n "$java" ] || { say "talon: no java found. Install a JDK $oldest_jdk or newer, or set JAVA_HOME to one."; exit 1; }
  fi
  # 'openjdk version "17.0.15"' and the old '"1.8.0_392"' alike
  version=$("$java" -version 2>&1 | sed -n 's/^.*version "\(1\.\)\{0,1\}\([0-9]*\).*$/\2/p' | head -n 1)
  case $version in
    ''|*[!0-9]*) say "talon: cannot tell the version of $java. Talon needs a JDK $oldest_jdk or newer."; exit 1 ;;
  esac
  [ "$version" -ge "$oldest_jdk" ] || { say "talon: $java is Java $version, Talon needs JDK $oldest_jdk or newer. Set JAVA_HOME to one."; exit 1; }
}

# A stamp newer than every source means that what lies in target/ is what the sources say.
build_if_stale() {
  [ "${TALON_BUILD:-}" != never ] || return 0
  stamp=$home/.talon/built
  if [ -f "$stamp" ] && [ -f "$home/$1/target/runtime.classpath" ] && [ -z "$(
      cd "$home" && find pom.xml ./*/pom.xml deploy/*/pom.xml deploy/*/*/pom.xml ./*/src/main deploy/*/src/main -newer "$stamp" -type f -print 2>/dev/null | head -n 1)" ]; then
    return
  fi
  say "talon: building (first time, or the sources changed); this takes a few minutes once…"
  mkdir -p "$home/.talon"
  touch "$stamp.new"
  # What only tests need is not fetched. The service starts once, to archive the classes that it loads.
  (cd "$home" && ./mvnw -q -Pquick,archive package -pl '!deploy/checks,!deploy/images/flink,!integration-tests,!integration-tests/opensearch') >&2 || { say "talon: the build failed, see above."; exit 1; }
  mv "$stamp.new" "$stamp"
}

# OpenBLAS 0.3.19 takes newer CPUs for very old ones and is several times slower then; name the kernels instead.
choose_openblas() {
  [ -z "${OPENBLAS_CORETYPE:-}" ] || return 0
  flags=$(grep -m 1 '^flags' /proc/cpuinfo 2>/dev/null || true)
  case " $flags " in
    *" avx512bw "*) export OPENBLAS_CORETYPE=SKYLAKEX ;;
    *" avx2 "*) export OPENBLAS_CORETYPE=HASWELL ;;
  esac
}

# The weights of many sites lie far apart: with huge pages they are found faster. Where the kernel asks for it ("madvise"), ask.
choose_pages() {
  pages=()
  case $(cat /sys/kernel/mm/transparent_hugepage/enabled 2>/dev/null) in
    *"[madvise]"*) pages=(-XX:+UseTransparentHugePages) ;;
  esac
}

run() { # module main-class [jvm option…] -- arguments
  module=$1 main=$2; shift 2
  options=()
  while [ "$1" != -- ]; do options+=("$1"); shift; done
  shift
  build_if_stale "$module"
  jar=$(find "$home/$module/target" -maxdepth 1 -name 'talon-*.jar' ! -name '*-sources.jar' ! -name '*-tests.jar' ! -name '*-all.jar' 2>/dev/null | head -n 1)
  classpath=$jar:$(cat "$home/$module/target/runtime.classpath")
  # shellcheck disable=SC2086  # TALON_JAVA_OPTS is a list
  # Scoring is about twice as fast with vectors.
  exec "$java" -XX:+UseSerialGC --add-modules jdk.incubator.vector ${options[@]+"${options[@]}"} ${TALON_JAVA_OPTS:-} \
    -Dtalon.home="$home" -cp "$classpath" "$main" "$@"
}

# Flink and its state backends reach into these packages on JDK 17 and newer.
flink_options=(
  --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.util=ALL-UNNAMED
  --add-opens=java.base/java.time=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED
  --add-opens=java.base/java.net=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
)

command=${1:-}
case $command in
  ''|-h|--help|help) usage; [ -n "$command" ] && exit 0 || exit 2 ;;
esac
find_java
choose_openblas
choose_pages
case $command in
  -V|--version) run ctal-vae io.talon.ctalvae.cli.ModelMain -- --version ;;
  simulate) run simulator io.talon.simulator.cli.SimulateMain -- "$@" ;;
  train|adapt) run ctal-vae io.talon.ctalvae.cli.ModelMain -- "$@" ;;
  # One thread in the linear algebra of AE and VAE: at their size more only wait for one another.
  evaluate) export OMP_NUM_THREADS=1; run evaluation io.talon.evaluation.cli.EvaluateMain -- "$@" ;;
  score|ingest) run flink-job io.talon.job.cli.JobMain "${flink_options[@]}" ${pages[@]+"${pages[@]}"} -- "$@" ;;
  # One thread, in the linear algebra of others too.
  bench) export OMP_NUM_THREADS=1; run benchmarks io.talon.benchmarks.BenchMain "${flink_options[@]}" ${pages[@]+"${pages[@]}"} -- "$@" ;;
  install) run dashboards io.talon.dashboards.cli.InstallMain -- "$@" ;;
  kibana) run dashboards io.talon.dashboards.cli.KibanaMain -- "$@" ;;
  site|triplet|adaptor|suppression|audit|model) run adaptor-service io.talon.adaptor.cli.ClientMain -- "$@" ;;
  # It mostly waits: the second compiler would only take the cores from the parts that start.
  demo|doctor|estimate) run deploy/local io.talon.local.cli.LocalMain -XX:TieredStopAtLevel=1 -- "$@" ;;
  *) say "talon: there is no command '$command'."; say; usage >&2; exit 2 ;;
esac
