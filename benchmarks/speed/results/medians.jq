# Reduces what the program writes to the medians of each row: jq -r -f medians.jq RAW.json > MEDIANS.json

def median: sort | (length / 2 | floor) as $middle
  | if length % 2 == 1 then .[$middle] else (.[$middle - 1] + .[$middle]) / 2 end;
def decimals($count): pow(10; $count) as $scale | . * $scale | round / $scale;

def medians: {
  group: .group,
  kernels: .kernels,
  work: .measurement.row.work,
  shape: .measurement.row.shape,
  blockSize: .measurement.row.setting.blockSize,
  keepProb: .measurement.row.setting.keepProb,
  threads: .measurement.row.threads,
  nanos: (.measurement.rounds | map(.nanos) | median | decimals(1)),
  ratio: (.measurement.rounds | map(.nanos / .copyNanos) | median | decimals(4))
} + (.measurement | if .bytesPerCall then {bytesPerCall: (.bytesPerCall | decimals(1))} else {} end);

def one_per_line: "[\n" + (map("    " + tojson) | join(",\n")) + "\n  ]";

"{",
"  \"date\": \(.date | tojson),",
"  \"command\": \(.command | tojson),",
"  \"seconds\": \(.seconds),",
"  \"machine\": \(.machine | tojson),",
"  \"jvms\": \([.forks[] | {group, kernels, kernelReason, options, environment}] | unique | one_per_line),",
"  \"comparisons\": \(.comparisons | one_per_line),",
"  \"medians\": \([.forks[] as $fork | $fork.measurements[]
    | {group: $fork.group, kernels: $fork.kernels, measurement: .} | medians] | one_per_line)",
"}"
