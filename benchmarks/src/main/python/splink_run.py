"""Splink 4 on DuckDB over a register in ASCII: what the benchmark `linkage` compares with.

Usage: splink_run.py INPUT.csv OUT_DIR [keep-all]
Prints one line of JSON: seconds by stage, candidate pairs, links, clusters, peak memory.
"""
import json
import logging
import os
import resource
import sys
import time

import duckdb
import splink.comparison_library as cl
from splink.blocking_analysis import cumulative_comparisons_to_be_scored_from_blocking_rules_data
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.getLogger("splink").setLevel(logging.ERROR)
source, out = sys.argv[1:3]
keep_all = "keep-all" in sys.argv
os.makedirs(out, exist_ok=True)
seconds = {}
start = time.time()


def stage(name):
    global start
    now = time.time()
    seconds[name] = round(now - start, 3)
    start = now


connection = duckdb.connect()
connection.execute("SET threads = 2")
connection.execute(f"CREATE TABLE people AS SELECT * FROM read_csv('{source}', header = true, all_varchar = true)")
stage("read")
settings = SettingsCreator(
    link_type="dedupe_only",
    comparisons=[
        cl.JaroWinklerAtThresholds("given_name", [0.92, 0.8]).configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("surname", [0.92, 0.8]).configure(term_frequency_adjustments=True),
        cl.LevenshteinAtThresholds("birth_date", [1, 2]),
        cl.JaroWinklerAtThresholds("mother_name", [0.92, 0.8]).configure(term_frequency_adjustments=True),
        cl.LevenshteinAtThresholds("village", [1]).configure(term_frequency_adjustments=True),
        cl.LevenshteinAtThresholds("phone", [1]),
        cl.ExactMatch("sex"),
    ],
    blocking_rules_to_generate_predictions=[
        block_on("phone"),
        block_on("national_id"),
        block_on("given_name", "surname", "birth_year"),
        block_on("given_name", "birth_date"),
        block_on("given_name", "surname", "village"),
        block_on("village", "birth_date"),
    ],
    retain_matching_columns=False,
    retain_intermediate_calculation_columns=False,
)
linker = Linker("people", settings, DuckDBAPI(connection))
stage("prepare")
linker.training.estimate_probability_two_random_records_match(
    [block_on("national_id"), block_on("given_name", "surname", "birth_date", "mother_name")], recall=0.4)
stage("prior")
linker.training.estimate_u_using_random_sampling(1e6, seed=1)
stage("u")
linker.training.estimate_parameters_using_expectation_maximisation(
    block_on("phone"), estimate_without_term_frequencies="fair" in sys.argv)
linker.training.estimate_parameters_using_expectation_maximisation(
    block_on("given_name", "birth_date"), estimate_without_term_frequencies="fair" in sys.argv)
stage("em")
linker.misc.save_model_to_json(f"{out}/model.json", overwrite=True)
stage("save")
probability = None if keep_all else 0.9
predicted = linker.inference.predict(threshold_match_probability=probability)
pairs = connection.execute(f"SELECT count(*) FROM {predicted.physical_name}").fetchone()[0]
stage("predict")
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_probability=0.9)
number = connection.execute(f"SELECT count(DISTINCT cluster_id) FROM {clusters.physical_name}").fetchone()[0]
stage("cluster")
connection.execute(f"COPY (SELECT unique_id_l, unique_id_r, match_weight, match_probability, match_key FROM {predicted.physical_name}) TO '{out}/pairs.csv' (HEADER)")
connection.execute(f"COPY (SELECT cluster_id, unique_id FROM {clusters.physical_name}) TO '{out}/clusters.csv' (HEADER)")
stage("write")
seconds["total"] = round(sum(seconds.values()), 3)
usage = resource.getrusage(resource.RUSAGE_SELF)
by_rule = cumulative_comparisons_to_be_scored_from_blocking_rules_data(
    table_or_tables="people", blocking_rules=settings.blocking_rules_to_generate_predictions,
    link_type="dedupe_only", db_api=DuckDBAPI(connection), unique_id_column_name="unique_id",
    max_rows_limit=1e10)
candidates = int(by_rule["row_count"].sum())
print(json.dumps({"seconds": seconds, "pairs": pairs, "clusters": number, "candidates": candidates, "peak_mib": usage.ru_maxrss // 1024}))
