# What the commands in deploy/ share: finding a JDK 25 and Maven, building what is not built, calling the supervisor.
# Sourced, not executed. Expects "set -euo pipefail".

PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
STATE=${MENDIAN_HOME:-$PROJECT/.mendian}
NEEDED_JDK=25
EXECUTABLE_MODULES=(member-service marketing-service order-service inventory-service booking-service analytics-service gateway
  deploy/simulators deploy/supervisor)

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# The lines of the calling script that begin with "##" are its help for the time before anything is built.
short_help() {
  sed -n 's/^## \{0,1\}//p' "$0"
}

wants_help() {
  local word
  for word in "$@"; do
    if [[ $word == --help || $word == -h ]]; then return 0; fi
  done
  return 1
}

# The major version of the JDK in a folder, read from its release file; nothing when there is no whole JDK.
jdk_version() {
  local home=$1
  [[ -x $home/bin/java && -x $home/bin/javac && -r $home/release ]] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release"
}

# Sets JAVA_HOME to the first JDK that is new enough.
require_jdk() {
  local candidate version on_path=""
  if command -v java >/dev/null; then
    on_path=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")
  fi
  local candidates=("${MENDIAN_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/*
    "$HOME"/.jdks/* /opt/*jdk* /opt/*java* /opt/java/* /usr/local/*jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home)
  for candidate in "${candidates[@]}"; do
    [[ -n $candidate && -d $candidate ]] || continue
    version=$(jdk_version "$candidate")
    if [[ -n $version && $version -ge $NEEDED_JDK ]]; then
      export JAVA_HOME=$candidate
      export PATH=$JAVA_HOME/bin:$PATH
      return 0
    fi
  done
  fail "No JDK $NEEDED_JDK or later was found (looked at MENDIAN_JAVA_HOME, JAVA_HOME, the PATH, /usr/lib/jvm, ~/.sdkman, ~/.jdks, /opt)." \
    "Install one, for example Temurin $NEEDED_JDK from https://adoptium.net, or name its folder: MENDIAN_JAVA_HOME=/path/to/jdk $0"
}

require_maven() {
  MVN=${MVN:-mvn}
  command -v "$MVN" >/dev/null || fail "Maven was not found on the PATH." \
    "Install Maven 3.8 or later (Debian and Ubuntu: apt-get install maven), or name it: MVN=/path/to/bin/mvn $0"
}

# Whether a module with sources lacks its jar, or a source is newer than the last build. What build_tool builds does not count.
needs_build() {
  local module jars built=$STATE/built
  for module in "${EXECUTABLE_MODULES[@]}"; do
    [[ -d $PROJECT/$module/src/main ]] || continue
    jars=("$PROJECT/$module"/target/*-app.jar)
    [[ -e ${jars[0]} ]] || return 0
  done
  [[ -e $built ]] || return 0
  [[ -n $(find "$PROJECT/pom.xml" "$PROJECT/platform" "$PROJECT/deploy" "$PROJECT/gateway" "$PROJECT"/*-service \
    \( -name target -o -path "$PROJECT/deploy/chain-tests" -o -path "$PROJECT/deploy/benchmarks" -o -path "$PROJECT/deploy/simulation" \) -prune \
    -o -newer "$built" -type f \( -path '*/src/main/*' -o -name pom.xml \) -print -quit) ]]
}

# Builds all jars when needed; the whole output goes to a log, the screen shows one line per module.
build_if_needed() {
  needs_build || return 0
  require_maven
  mkdir -p "$STATE"
  chmod 700 "$STATE"
  local log=$STATE/build.log begin=$SECONDS started
  started=$(mktemp "$STATE/built.XXXXXX")
  echo "Building (the first time Maven also downloads the libraries); everything it says goes to $log"
  if ! (cd "$PROJECT" && "$MVN" -Dmaven.test.skip=true -Dspotless.check.skip=true -pl '!deploy/chain-tests,!deploy/benchmarks,!deploy/simulation' package) 2>&1 \
    | tee "$log" | sed -un 's/^\[INFO\] Building \(.*[^ ]\) *\[\([0-9/]*\)\]$/  [\2] \1/p'; then
    rm -f "$started"
    grep -E '^\[ERROR\]' "$log" | head -20 >&2 || true
    fail "The build failed. All of it: $log"
  fi
  # what changes while we build counts as newer than the build
  mv "$started" "$STATE/built"
  echo "Built in $((SECONDS - begin)) s."
}

# Builds a module that deploy/up does not need, when it is older than its sources; leaves its jar in OWN and its class path in CLASS_PATH.
build_tool() {
  local module=$PROJECT/$1 name=$2 title=$3
  OWN=$module/target/$name-0.1.0.jar
  if [[ ! -e $OWN || ! -e $module/target/runtime.classpath || -n $(find "$module/src/main" -newer "$OWN" -print -quit) ]]; then
    require_maven
    echo "Building $title"
    (cd "$PROJECT" && "$MVN" -q -Dmaven.test.skip=true -Dspotless.check.skip=true -pl "$1" -am package 2>&1 | grep -E "ERROR" >&2 || true)
  fi
  [[ -e $OWN ]] || fail "The build of $1 failed: $MVN -pl $1 -am package tells why."
  CLASS_PATH=$OWN:$(cat "$module/target/runtime.classpath")
}

# Runs a command of the supervisor.
supervisor() {
  require_jdk
  local jars=("$PROJECT"/deploy/supervisor/target/*-app.jar)
  if [[ ! -e ${jars[0]} ]]; then
    if wants_help "$@"; then
      short_help
      return 0
    fi
    build_if_needed
    jars=("$PROJECT"/deploy/supervisor/target/*-app.jar)
  fi
  MENDIAN_PROJECT=$PROJECT exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xmx256m \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar "${jars[0]}" "$@"
}
