"""The numerical chest phantom: analytic anatomy, point-source projection, film and ground truth.

Patient coordinates are millimetres: x to the patient's left, y to the back, z to the head; the
origin lies in the midline, midway between chest and back, at the height of the carina.
"""
