"""The measurements start on a system that does not tell how much memory a process had (Windows has no `resource`)."""

import subprocess
import sys

import pytest

from bench.memory import find_peak_mib, write_mib

WITHOUT = """
import sys
sys.modules["resource"] = None
import bench.curve, bench.intake
from bench.memory import find_peak_mib, write_mib
print(find_peak_mib(), find_peak_mib(of_ended=True), write_mib(find_peak_mib()))
"""


def test_the_measurements_start_where_no_memory_can_be_told() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["None", "None", "?"]


@pytest.mark.skipif(sys.platform == "win32", reason="the system does not tell")
def test_where_it_can_the_peak_is_at_least_what_python_itself_takes() -> None:
    peak = find_peak_mib()
    assert peak is not None
    assert 5 < peak < 2**20
    assert write_mib(12.34) == "12"
