"""Lambda puts the layer on the path of the functions; here it is done by hand."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "layers/shared/python"))
