"""The quality of Splink 4 on the synthetic register, set up in the usual ways: what `linkage-quality` compares with.

Usage: splink_quality.py REGISTER.csv KEYS.csv CURVES.csv [SETUPS]
SETUPS is a regular expression that limits the setups, "RULES NAMES DATES FREQUENCIES TRAINING", to those that match.
KEYS.csv holds the blocking fields of the other side, by unique_id, so that both can score the same candidate pairs.
Writes rules,setup,candidates,weight,right,wrong: links from each match weight (in tenths of a bit) on, by truth.
"""
import csv
import itertools
import logging
import re
import sys

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.disable(logging.ERROR)
register, keys, curves = sys.argv[1:4]

# Lower case, no accents, no punctuation, eight digits of a telephone: what any user of Splink does first.
PLAIN = ", ".join(
    f"nullif(trim(regexp_replace(strip_accents(lower({c})), '[^a-z ]', '', 'g')), '') AS {c}"
    for c in ["given_name", "surname", "father_name", "mother_name", "village"])
YEAR = "regexp_extract(birth_date, '(\\d{4})', 1)"
DATES = {
    "year-as-1-january": f"CASE WHEN length(birth_date) = 10 THEN birth_date ELSE nullif({YEAR}, '') || '-01-01' END",
    "year-as-null": "CASE WHEN length(birth_date) = 10 AND birth_date NOT LIKE '%-01-01' THEN birth_date END",
}
RULES = {
    "plain": [["national_id"], ["phone"], ["given_name", "surname", "birth_date"], ["given_name", "surname", "village"],
              ["village", "birth_date"], ["given_name", "mother_name", "village"], ["surname", "birth_year", "village"]],
    "shared": [["k_nina"], ["k_phone"], ["k_given_key", "k_surname_key", "k_born_day"],
               ["k_given_key", "k_surname_key", "k_village"], ["k_village", "k_born_day"],
               ["k_given_key", "k_mother_key", "k_village"], ["k_surname_key", "k_born_year", "k_village"]],
}
NAMES = ["name", "jaro-winkler", "swapped"]


def adjusted(comparison, yes=True):
    return comparison.configure(term_frequency_adjustments=True) if yes else comparison


def of_names(names):
    if names == "swapped":
        return [adjusted(cl.ForenameSurnameComparison(
            "given_name", "surname", forename_surname_concat_col_name="full_name"))]
    if names == "name":
        return [adjusted(cl.NameComparison("given_name")), adjusted(cl.NameComparison("surname"))]
    return [adjusted(cl.JaroWinklerAtThresholds(c, [0.92, 0.8])) for c in ["given_name", "surname"]]


def comparisons(names, frequencies):
    everywhere = frequencies == "tf-everywhere"
    return of_names(names) + [
        cl.DateOfBirthComparison("birth_date", input_is_string=True, invalid_dates_as_null=True),
        adjusted(cl.JaroWinklerAtThresholds("mother_name", [0.92, 0.8]), everywhere),
        adjusted(cl.JaroWinklerAtThresholds("father_name", [0.92, 0.8]), everywhere),
        adjusted(cl.DamerauLevenshteinAtThresholds("village", [1]), everywhere),
        cl.DamerauLevenshteinAtThresholds("phone", [1]),
        cl.DamerauLevenshteinAtThresholds("national_id", [1]),
        cl.ExactMatch("sex"),
    ]


def run(out, rules, names, dates, frequencies, training_by):
    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    connection.execute(f"""
        CREATE TABLE people AS SELECT r.unique_id, person, sex, {PLAIN},
               {DATES[dates]} AS birth_date, nullif({YEAR}, '') AS birth_year,
               nullif(right(regexp_replace(phone, '[^0-9]', '', 'g'), 8), '') AS phone, national_id, k.* EXCLUDE (unique_id)
        FROM read_csv('{register}', header = true, all_varchar = true) r
        JOIN read_csv('{keys}', header = true, all_varchar = true) k USING (unique_id)""")
    connection.execute("ALTER TABLE people ADD COLUMN full_name VARCHAR")
    connection.execute("UPDATE people SET full_name = given_name || ' ' || surname")
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=comparisons(names, frequencies),
        blocking_rules_to_generate_predictions=[block_on(*fields) for fields in RULES[rules]],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False)
    linker = Linker("people", settings, DuckDBAPI(connection))
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("national_id"), block_on("given_name", "surname", "birth_date", "mother_name")], recall=0.35)
    training.estimate_u_using_random_sampling(1e7, seed=1)
    if training_by == "labels":
        training.estimate_m_from_label_column("person")
    else:
        for fields in (["national_id"], ["given_name", "surname", "birth_date"]):
            training.estimate_parameters_using_expectation_maximisation(
                block_on(*fields), estimate_without_term_frequencies=True)
    predicted = linker.inference.predict().physical_name
    rows = connection.execute(f"""
        SELECT floor(match_weight * 10) / 10 AS weight, count(*) FILTER (l.person = r.person),
               count(*) FILTER (l.person <> r.person)
        FROM {predicted} p JOIN people l ON l.unique_id = p.unique_id_l JOIN people r ON r.unique_id = p.unique_id_r
        GROUP BY 1 ORDER BY 1 DESC""").fetchall()
    candidates = sum(right + wrong for _, right, wrong in rows)
    setup = " ".join([names, dates, frequencies, training_by])
    right = wrong = 0
    for weight, more_right, more_wrong in rows:
        right += more_right
        wrong += more_wrong
        out.writerow([rules, setup, candidates, weight, right, wrong])
    print(f"Splink: {rules} {setup}: {candidates} candidate pairs", file=sys.stderr)


with open(curves, "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["rules", "setup", "candidates", "weight", "right", "wrong"])
    for setup in itertools.product(RULES, NAMES, DATES, ["tf-everywhere", "tf-on-names"], ["em", "labels"]):
        if re.search(sys.argv[4] if len(sys.argv) > 4 else "", " ".join(setup)):
            run(writer, *setup)
            file.flush()
