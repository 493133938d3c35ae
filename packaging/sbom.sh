#!/usr/bin/env bash
# The bill of materials (CycloneDX 1.6) of a published program: sbom.sh DEPS.json LOCK.json VERSION REVISION
# It lists what the program carries. A package that carries other bytes than the lock file names ends the build.
set -euo pipefail
deps=$1 lock=$2 version=$3 revision=$4
wrong=$(jq -r --slurpfile lock "$lock" '
  ($lock[0].dependencies | [.[]] | add | with_entries(.key |= ascii_downcase)) as $locked
  | .libraries | to_entries[] | select(.value.type == "package")
  | (.key | split("/")) as [$name, $version] | ($locked[$name | ascii_downcase]) as $known
  | select($known.resolved != $version or "sha512-" + ($known.contentHash // "") != .value.sha512)
  | "\(.key) is not what \($known.resolved // "no entry") of the lock file names"' "$deps")
[ -z "$wrong" ] || { printf 'sbom.sh: %s\n' "$wrong" >&2; exit 1; }

# licence NAME VERSION: as the package itself says, by its short name or by the file that holds it.
licence() {
  local spec="${NUGET_PACKAGES:-$HOME/.nuget/packages}/${1,,}/$2/${1,,}.nuspec"
  { [ -f "$spec" ] && sed -n 's:.*<license type="expression">\(.*\)</license>.*:\1:p; s:.*<license type="file">\(.*\)</license>.*:file \1:p' "$spec"; } || true
}

jq -r '.libraries | to_entries[] | select(.value.type == "package" or .value.type == "runtimepack")
  | [(.key | split("/")[0] | ltrimstr("runtimepack.")), (.key | split("/")[1]), (.value.sha512 | ltrimstr("sha512-"))] | @tsv' "$deps" | LC_ALL=C sort \
  | while IFS=$'\t' read -r name release hash; do
    printf '%s\t%s\t%s\t%s\n' "$name" "$release" "$(printf '%s' "$hash" | base64 -d | od -An -v -tx1 | tr -d ' \n')" "$(licence "$name" "$release")"
  done \
  | jq -Rn --arg version "$version" --arg revision "$revision" --argjson date "$SOURCE_DATE_EPOCH" '
    { bomFormat: "CycloneDX", specVersion: "1.6", version: 1,
      metadata: { timestamp: ($date | todate), component: { type: "application", "bom-ref": "edgenode", name: "edgenode", version: $version,
        licenses: [{ license: { id: "Apache-2.0" } }], properties: [{ name: "edgenode:revision", value: $revision }] } },
      components: [ inputs | split("\t") | { type: "library", "bom-ref": "pkg:nuget/\(.[0])@\(.[1])", name: .[0], version: .[1], purl: "pkg:nuget/\(.[0])@\(.[1])" }
        + (if .[2] == "" then {} else { hashes: [{ alg: "SHA-512", content: .[2] }] } end)
        + (if .[3] == "" then {} elif .[3] | startswith("file ") then { licenses: [{ license: { name: "in the package: \(.[3])" } }] } else { licenses: [{ expression: .[3] }] } end) ] }'
