import unittest
class Test(unittest.TestCase):
    def runTest(self): self.assertEqual(1, 2)
test = Test()
test
test.id()
test.assertRaises(ValueError)
test.subTest()
test.assertEqual(1, 2)
test.run()
unittest.TestSuite([Test()])
unittest.TestResult()
unittest.TextTestRunner()
unittest.TestLoader()
unittest.TestLoader().loadTestsFromName("os.system")
unittest.TestLoader().loadTestsFromTestCase(Test)
unittest.main(argv=["a"], exit=False)
unittest.case
unittest.mock
unittest.FunctionTestCase(len)
unittest.skip("a")
